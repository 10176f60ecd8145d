import type { OwnUsage, OwnUsageRow } from '@/api/answers';
import { totals } from './totals';

function row(
  orgId: string,
  date: string,
  modelName: string,
  costUsd: string,
  requests: number,
): OwnUsageRow {
  return { orgId, date, provider: 'any', modelName, ...totals(costUsd, requests) };
}

/** Costs that floats would not add up to the cent: 0.1 and 0.2, many digits. */
export const ownUsage: OwnUsage = {
  userId: 'mara.lindqvist',
  totals: totals('12.645678901', 60, { errorCount: 3, errorRate: 0.05 }),
  usage: [
    row('northwind-labs', '2026-03-01', 'claude-sonnet-4-5', '10.100000000', 30),
    row('northwind-labs', '2026-03-02', 'claude-sonnet-4-5', '2.200000000', 10),
    row('northwind-labs', '2026-03-02', 'gpt-4o', '0.100000000', 5),
    row('quill-legal', '2026-03-02', 'gpt-4o', '0.245678901', 15),
  ],
};
