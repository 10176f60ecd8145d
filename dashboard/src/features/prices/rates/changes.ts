import Big from 'big.js';
import type { Change } from '../types';
import { flatten } from './components';
import type { Rates } from './rates';

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined ? a === b : new Big(a).eq(b);

/** The prices that are others than before; null where there is none. */
export function changesOf(before: Rates | null, after: Rates | null): Change[] {
  const from = before === null ? new Map<string, string>() : flatten(before);
  const to = after === null ? new Map<string, string>() : flatten(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((component) => !same(from.get(component), to.get(component)))
    .map((component) => ({
      component,
      from: from.get(component) ?? null,
      to: to.get(component) ?? null,
    }));
}
