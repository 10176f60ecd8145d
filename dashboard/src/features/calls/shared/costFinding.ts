import type { Call } from '@/api/answers';
import type { ResolvedCost } from '@/api/answers';
import { nanosOf } from './decimals';

/** Why the recorded cost is what it is, compared with what the price book says now. */
export type CostFinding =
  | 'agrees'
  | 'pricedAfterwards'
  | 'reported'
  | 'unpriced'
  | 'pricedSince'
  | 'partial'
  | 'otherPrice'
  | 'unlistedUsage';

function findingOfPriced(call: Call, resolved: ResolvedCost): CostFinding {
  if (nanosOf(call.costUsd) !== BigInt(resolved.costNanos)) {
    // With the price unchanged, the org's factor of it may differ, or usage that the log leaves out.
    return call.priceVersion === resolved.priceVersion ? 'unlistedUsage' : 'otherPrice';
  }
  const { price } = resolved;
  return price !== null && Date.parse(price.recordedAt) > Date.parse(call.occurredAt)
    ? 'pricedAfterwards'
    : 'agrees';
}

export function costFinding(call: Call, resolved: ResolvedCost): CostFinding {
  switch (call.costStatus) {
    case 'producer_reported':
      return 'reported';
    case 'unpriced':
      return resolved.costUsd === null ? 'unpriced' : 'pricedSince';
    case 'partial':
      return 'partial';
    default:
      return findingOfPriced(call, resolved);
  }
}
