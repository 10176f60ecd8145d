import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Totals } from '@/api/answers';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { components } from '@/api/pricing-service';
import type { Rates } from '../rates/rates';
import type { Model } from '../types';

type Usage = components['schemas']['ResolveUsage'];

/** What totals keep of the usage that decides a cost. */
const usageOf = (totals: Totals): Usage => ({
  inputTokens: totals.inputTokens,
  outputTokens: totals.outputTokens,
  cacheReadTokens: totals.cacheReadTokens,
  cacheWriteTokens: totals.cacheWriteTokens,
  reasoningTokens: totals.reasoningTokens,
  embeddingTokens: totals.embeddingTokens,
  requestCount: totals.requestCount,
});

/**
 * What totals would cost at each of the prices, whether they are recorded or not. Totals do not tell
 * which calls were long, and would all be long as one call: they are priced without context tiers.
 */
export function useCandidateCosts({ provider, modelName }: Model, totals: Totals, rates: Rates[]) {
  const api = useApi();
  const body = rates.map((each) => ({
    provider,
    modelName,
    usage: usageOf(totals),
    rates: { ...each, contextTiers: [] },
  }));
  return useQuery({
    queryKey: ['resolve', body],
    queryFn: () => answer(api.pricing.POST('/v1/resolve', { body })),
    placeholderData: keepPreviousData,
  });
}
