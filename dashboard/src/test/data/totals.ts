import type { Group, Totals } from '@/api/answers';

/** Totals of which only some figures matter; the others fit to them as they would in the ledger. */
export function totals(costUsd: string, requestCount: number, given: Partial<Totals> = {}): Totals {
  const inputTokens = given.inputTokens ?? requestCount * 4200;
  const outputTokens = given.outputTokens ?? requestCount * 730;
  const embeddingTokens = given.embeddingTokens ?? 0;
  const errorCount = given.errorCount ?? 0;
  return {
    requestCount,
    errorCount,
    errorRate: requestCount === 0 ? 0 : errorCount / requestCount,
    unpricedRequests: 0,
    inputTokens,
    outputTokens,
    cacheReadTokens: Math.round(inputTokens * 0.37),
    cacheWriteTokens: Math.round(inputTokens * 0.024),
    reasoningTokens: Math.round(outputTokens * 0.17),
    embeddingTokens,
    cacheWrite1hTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
    imageInputTokens: 0,
    imageOutputTokens: 0,
    cacheReadAudioTokens: 0,
    cacheReadImageTokens: 0,
    totalTokens: inputTokens + outputTokens + embeddingTokens,
    estimatedCostMicros: Math.round(Number(costUsd) * 1e6),
    costUsd,
    cacheSaved: { usd: (Number(costUsd) * 0.21).toFixed(9), unknownTokens: 0 },
    avgDurationMs: 2140,
    p95DurationMs: 6820,
    ...given,
  };
}

export function group(
  key: string | null,
  share: number,
  costUsd: string,
  requestCount: number,
  given?: Partial<Totals>,
): Group {
  return { key, share, ...totals(costUsd, requestCount, given) };
}
