import { useQuery } from '@tanstack/react-query';
import type { Call } from './answers';
import { useApi } from './ApiContext';
import { answer } from './clients';
import type { components } from './pricing-service';

type ResolveItem = components['schemas']['ResolveItem'];

function itemOf(orgId: string, call: Call): ResolveItem {
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
    imageInputTokens: call.imageInputTokens,
    imageOutputTokens: call.imageOutputTokens,
    cacheReadAudioTokens: call.cacheReadAudioTokens,
    cacheReadImageTokens: call.cacheReadImageTokens,
    units: call.units,
    requestCount: call.requestCount,
  };
  const { provider, modelName, occurredAt, serviceTier, speed } = call;
  const inferenceGeo = call.inferenceGeo ?? undefined;
  return { orgId, provider, modelName, occurredAt, serviceTier, speed, inferenceGeo, usage };
}

export function useResolvedCost(orgId: string, call: Call) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'resolved', call.eventId],
    queryFn: async () => {
      const [cost] = await answer(api.pricing.POST('/v1/resolve', { body: [itemOf(orgId, call)] }));
      return cost;
    },
  });
}
