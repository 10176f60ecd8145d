import { useQuery } from '@tanstack/react-query';
import type { Call, CostLine } from './answers';
import { useApi } from './ApiContext';
import { answer } from './clients';
import type { components } from './pricing-service';

type Schemas = components['schemas'];

/** What a call costs at the prices the book has now. The document does not say what may be null. */
export type ResolvedCost = Pick<Schemas['ResolvedCost'], 'costNanos' | 'status'> & {
  costUsd: string | null;
  priceVersion: string | null;
  price: Omit<Schemas['ResolvedPrice'], 'rates'> | null;
  components: CostLine[];
};

function itemOf(orgId: string, call: Call): Schemas['ResolveItem'] {
  const usage = {
    inputTokens: call.inputTokens,
    outputTokens: call.outputTokens,
    cacheReadTokens: call.cacheReadTokens,
    cacheWriteTokens: call.cacheWriteTokens,
    cacheWrite1hTokens: call.cacheWrite1hTokens,
    audioInputTokens: call.audioInputTokens,
    reasoningTokens: call.reasoningTokens,
    audioOutputTokens: call.audioOutputTokens,
    embeddingTokens: call.embeddingTokens,
    requestCount: call.requestCount,
  };
  const { provider, modelName, occurredAt, serviceTier } = call;
  // The document leaves the fields of the usage open.
  return { orgId, provider, modelName, occurredAt, serviceTier, usage: usage as never };
}

export function useResolvedCost(orgId: string, call: Call) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'resolved', call.eventId],
    queryFn: async (): Promise<ResolvedCost> => {
      const [cost] = await answer(api.pricing.POST('/v1/resolve', { body: [itemOf(orgId, call)] }));
      return cost as ResolvedCost;
    },
  });
}
