import Big from 'big.js';
import type { ResolvedCost, Totals } from '@/api/answers';
import { type Rates, type TokenClass, variantsOf } from '../rates/rates';

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
  /** Whether a part of the usage has no price, not even its parent's. */
  partial: boolean;
}

/** Each call is rounded to whole nano-dollars, a sum of totals is not. */
const ROUNDING_PER_CALL_USD = '0.0000000005';

export function goesBeyondTotals(rates: Rates): boolean {
  const parts: TokenClass[] = ['cacheWrite1h', 'audioInput', 'audioOutput'];
  return (
    variantsOf(rates).length > 1 ||
    rates.units !== undefined ||
    parts.some((part) => rates[part] !== undefined)
  );
}

interface Costs {
  now: ResolvedCost | undefined;
  then: ResolvedCost | undefined;
}

/** What the org pays of each of the prices. A contract price is paid as it stands. */
export interface Factors {
  now: string;
  then: string;
}

const times = (usd: string, factor: string): string => new Big(usd).times(factor).toFixed();

/** What the usage costs at the price in force and at a new one, beside what was recorded. */
export function effectOf(
  costs: Costs,
  factors: Factors,
  totals: Totals,
  beyondTotals: boolean,
): Effect {
  const listed = costs.now?.costUsd ?? undefined;
  const now = listed === undefined ? undefined : times(listed, factors.now);
  const then = times(costs.then?.costUsd ?? '0', factors.then);
  const gap = now === undefined ? undefined : new Big(totals.costUsd).minus(now);
  const agrees = gap?.abs().lte(new Big(ROUNDING_PER_CALL_USD).times(totals.requestCount)) ?? false;
  return {
    now,
    then,
    difference: now === undefined ? undefined : new Big(then).minus(now).toFixed(),
    gap: gap?.toFixed(),
    exact: agrees && totals.unpricedRequests === 0 && !beyondTotals,
    beyondTotals,
    partial: costs.then?.status === 'partial',
  };
}
