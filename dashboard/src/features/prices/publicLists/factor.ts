import Big from 'big.js';
import type { Change } from '../types';

const digits = (factor: Big): string => factor.round(factor.lt(10) ? 2 : 0).toString();

/** How many times as dear as before: "10" of 1 and 10; undefined from or to zero or nothing. */
export function factorOf({ from, to }: Change): string | undefined {
  if (from === null || to === null || new Big(from).eq(0) || new Big(to).eq(0)) {
    return undefined;
  }
  return digits(new Big(to).div(from));
}
