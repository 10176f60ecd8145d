import { changesOf } from '../rates/changes';
import type { Change, Version } from '../types';

export interface Step {
  version: Version;
  changes: Change[];
}

/** The version that held where `version` begins, as it was known before; of the same owner. */
function predecessor(version: Version, earlier: Version[]): Version | undefined {
  const begins = Date.parse(version.effectiveFrom);
  return earlier
    .filter(({ orgId, effectiveFrom }) => {
      return orgId === version.orgId && Date.parse(effectiveFrom) <= begins;
    })
    .reduce<Version | undefined>((best, each) => {
      const later =
        best === undefined || Date.parse(each.effectiveFrom) > Date.parse(best.effectiveFrom);
      return later ? each : best;
    }, undefined);
}

/**
 * What each version changed.
 *
 * @param versions the last recorded first
 */
export function stepsOf(versions: Version[]): Step[] {
  return versions.map((version, index) => {
    const before = predecessor(version, versions.slice(index + 1));
    return { version, changes: changesOf(before?.rates ?? null, version.rates) };
  });
}
