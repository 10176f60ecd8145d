import type { TopUser } from '@/api/answers';

export const topUsers: TopUser[] = [
  {
    userId: 'mara.lindqvist',
    user: { id: 'mara.lindqvist', name: 'Mara Lindqvist', email: 'mara@example.com' },
    requestCount: 12_040,
    inputTokens: 61_040_000,
    outputTokens: 9_820_000,
    estimatedCostMicros: 331_020_450,
    costUsd: '331.020450000',
  },
  {
    userId: 'svc-indexer',
    user: null,
    requestCount: 30_112,
    inputTokens: 12_000_000,
    outputTokens: 340_000,
    estimatedCostMicros: 18_400_000,
    costUsd: '18.400000000',
  },
];
