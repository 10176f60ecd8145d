import Big from 'big.js';
import type { Totals } from '@/api/answers';
import { type Rates, type TokenClass, variantsOf } from '../rates/rates';
import { estimate } from './cost';

export interface Effect {
  /** At the price in force; undefined where there is none. */
  now: string | undefined;
  then: string;
  difference: string | undefined;
  /** How far the cost at the price in force is from what was recorded. */
  gap: string | undefined;
  /** Whether the same totals give the recorded cost, and no part of a price goes beyond totals. */
  exact: boolean;
  /** Whether one of the prices has parts that totals cannot be priced at. */
  beyondTotals: boolean;
  unpriced: TokenClass[];
}

/** Each call is rounded to whole nano-dollars, a sum of totals is not. */
const ROUNDING_PER_CALL_USD = '0.0000000005';

function goesBeyondTotals(rates: Rates): boolean {
  const parts: TokenClass[] = ['cacheWrite1h', 'audioInput', 'audioOutput'];
  return (
    variantsOf(rates).length > 1 ||
    rates.units !== undefined ||
    parts.some((part) => rates[part] !== undefined)
  );
}

/** What usage costs at the price in force and at a new one. */
export function effectOf(current: Rates | null, next: Rates, totals: Totals): Effect {
  const then = estimate(next, totals);
  const beyondTotals = [current ?? {}, next].some(goesBeyondTotals);
  if (current === null) {
    return {
      now: undefined,
      then: then.usd,
      difference: undefined,
      gap: undefined,
      exact: false,
      beyondTotals,
      unpriced: then.unpriced,
    };
  }
  const now = new Big(estimate(current, totals).usd);
  const gap = new Big(totals.costUsd).minus(now);
  const agrees = gap.abs().lte(new Big(ROUNDING_PER_CALL_USD).times(totals.requestCount));
  return {
    now: now.toFixed(),
    then: then.usd,
    difference: new Big(then.usd).minus(now).toFixed(),
    gap: gap.toFixed(),
    exact: agrees && totals.unpricedRequests === 0 && !beyondTotals,
    beyondTotals,
    unpriced: then.unpriced,
  };
}
