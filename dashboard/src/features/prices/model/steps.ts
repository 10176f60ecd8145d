import { changesOf } from '../rates/changes';
import type { Rates } from '../rates/rates';
import type { Change, Version } from '../types';

export interface Step {
  version: Version;
  changes: Change[];
}

/** Of one owner, the version that held at a moment; among those with the same beginning the last recorded. */
function versionAt(versions: Version[], orgId: string, moment: number): Version | undefined {
  return versions
    .filter((each) => each.orgId === orgId && Date.parse(each.effectiveFrom) <= moment)
    .reduce<Version | undefined>((best, each) => {
      const later =
        best === undefined || Date.parse(each.effectiveFrom) > Date.parse(best.effectiveFrom);
      return later ? each : best;
    }, undefined);
}

/** What priced an org's calls at a moment: its contract, or else everyone's price. */
function ratesAt(versions: Version[], orgId: string, moment: number): Rates | null {
  const own = versionAt(versions, orgId, moment)?.rates ?? null;
  return own === null && orgId !== '' ? ratesAt(versions, '', moment) : own;
}

/**
 * What each version changed where it begins, as far as was known when it was recorded.
 *
 * @param versions the last recorded first
 */
export function stepsOf(versions: Version[]): Step[] {
  return versions.map((version, index) => {
    const moment = Date.parse(version.effectiveFrom);
    const [before, after] = [versions.slice(index + 1), versions.slice(index)].map((known) =>
      ratesAt(known, version.orgId, moment),
    );
    return { version, changes: changesOf(before ?? null, after ?? null) };
  });
}
