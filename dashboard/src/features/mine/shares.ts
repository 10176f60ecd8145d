import type { OwnUsageRow } from '@/api/answers';
import { addUsd, type Usd } from '@/lib/money';

export interface Share {
  key: string;
  requestCount: number;
  totalTokens: number;
  estimatedCostMicros: number;
  unpricedRequests: number;
  costUsd: Usd;
  share: number;
}

const nothing = {
  requestCount: 0,
  totalTokens: 0,
  estimatedCostMicros: 0,
  unpricedRequests: 0,
  costUsd: '0',
};

/** The days of each model, or of each org, together; what costs most first. The sums are exact. */
export function sharesBy(rows: OwnUsageRow[], keyOf: (row: OwnUsageRow) => string): Share[] {
  const sums = new Map<string, typeof nothing>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row)) ?? nothing;
    sums.set(keyOf(row), {
      requestCount: sum.requestCount + row.requestCount,
      totalTokens: sum.totalTokens + row.totalTokens,
      estimatedCostMicros: sum.estimatedCostMicros + row.estimatedCostMicros,
      unpricedRequests: sum.unpricedRequests + row.unpricedRequests,
      costUsd: addUsd(sum.costUsd, row.costUsd),
    });
  }
  const all = [...sums.values()].reduce((total, { costUsd }) => total + Number(costUsd), 0);
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum, share: all === 0 ? 0 : Number(sum.costUsd) / all }))
    .sort((a, b) => Number(b.costUsd) - Number(a.costUsd));
}
