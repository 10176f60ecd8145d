import type { Call, Calls, ResolvedCost, Revisions } from '@/api/answers';

/** A call with cached input, as an agent makes them all day. */
export const implementer: Call = {
  eventId: '0198c5b2-7f3a-7c21-9d54-3f2b8a6e1c07',
  revision: 0,
  voided: false,
  occurredAt: '2026-03-02T09:15:21.412Z',
  userId: 'mara.lindqvist',
  provider: 'anthropic',
  modelName: 'claude-sonnet-4-5',
  feature: 'tools',
  activity: 'agent.implementer',
  category: 'implement',
  inputTokens: 5210,
  outputTokens: 840,
  cacheReadTokens: 4096,
  cacheWriteTokens: 0,
  cacheWrite1hTokens: 0,
  audioInputTokens: 0,
  reasoningTokens: 120,
  audioOutputTokens: 0,
  embeddingTokens: 0,
  imageInputTokens: 0,
  imageOutputTokens: 0,
  cacheReadAudioTokens: 0,
  cacheReadImageTokens: 0,
  totalTokens: 6050,
  requestCount: 1,
  estimatedCostMicros: 17171,
  costUsd: '0.017170800',
  costStatus: 'priced',
  priceVersion: 'bundled:anthropic/claude-sonnet-4-5@1970-01-01',
  durationMs: 3120,
  timeToFirstTokenMs: 410,
  success: true,
  errorMessage: null,
  conversationId: 'conv-8812',
  messageId: 'msg-3',
  serviceTier: 'standard',
  speed: 'standard',
  inferenceGeo: null,
  units: {},
  usageSource: 'reported',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  metadata: { storyId: 'S-118', attempt: 2 },
};

export const failed: Call = {
  ...implementer,
  eventId: '0198c5b1-0000-7c21-9d54-3f2b8a6e1c08',
  occurredAt: '2026-03-02T09:14:02.000Z',
  provider: 'openai',
  modelName: 'gpt-4o',
  activity: null,
  outputTokens: 0,
  totalTokens: 5210,
  reasoningTokens: 0,
  costUsd: '0.007905000',
  estimatedCostMicros: 7905,
  success: false,
  errorMessage: 'overloaded_error: the model is overloaded',
  durationMs: null,
  metadata: {},
};

export const unpriced: Call = {
  ...implementer,
  eventId: '0198c5b0-0000-7c21-9d54-3f2b8a6e1c09',
  occurredAt: '2026-03-02T09:10:00.000Z',
  provider: 'ollama',
  modelName: 'llama3.1:8b',
  estimatedCostMicros: 0,
  costUsd: '0.000000000',
  costStatus: 'unpriced',
  priceVersion: null,
  conversationId: null,
};

/** A stream that was broken off, of which the final usage came later. */
export const revised: Call = {
  ...implementer,
  eventId: '0198c5af-0000-7c21-9d54-3f2b8a6e1c0a',
  revision: 1,
  occurredAt: '2026-03-02T09:08:00.000Z',
};

export const revisions: Revisions = {
  revisions: [
    revised,
    {
      ...revised,
      revision: 0,
      outputTokens: 310,
      totalTokens: 5520,
      costUsd: '0.009220800',
      estimatedCostMicros: 9221,
      usageSource: 'partial',
    },
  ],
  more: false,
};

export const firstPage: Calls = {
  logs: [implementer, failed, unpriced],
  total: 120,
  limit: 50,
  nextCursor: 'AAZM-second',
};

export const secondPage: Calls = {
  logs: [{ ...implementer, eventId: 'older', occurredAt: '2026-03-01T08:00:00.000Z' }],
  total: 120,
  limit: 50,
  nextCursor: null,
};

/** A component at a price that is listed for it. */
const line = (component: string, quantity: string, unitPriceUsd: string, costUsd: string) => ({
  component,
  quantity,
  unitPriceUsd,
  costUsd,
  multipliers: [],
  origin: { rule: 'listed', of: component, card: 'standard', contextAbove: null, halved: false },
  priceVersion: 'bundled:anthropic/claude-sonnet-4-5@1970-01-01',
});

/** What the price book makes of `implementer`: the same to the nano-dollar. */
export const resolved: ResolvedCost = {
  costUsd: '0.0171708',
  costNanos: 17_170_800,
  status: 'priced',
  cacheSavedNanos: 11_059_200,
  missing: [],
  priceVersion: 'bundled:anthropic/claude-sonnet-4-5@1970-01-01',
  price: {
    id: 'bundled:anthropic/claude-sonnet-4-5@1970-01-01',
    bookVersion: 1834,
    orgId: '',
    provider: 'anthropic',
    modelName: 'claude-sonnet-4-5',
    effectiveFrom: '1970-01-01T00:00:00Z',
    recordedAt: '2026-01-01T08:00:00Z',
    source: 'bundled',
  },
  components: [
    line('input', '1114', '0.000003', '0.003342'),
    line('cacheRead', '4096', '0.0000003', '0.0012288'),
    line('output', '840', '0.000015', '0.0126'),
  ],
};

export const withoutPrice: ResolvedCost = {
  costUsd: null,
  costNanos: 0,
  status: 'unpriced',
  cacheSavedNanos: 0,
  missing: [],
  priceVersion: null,
  price: null,
  components: [],
};
