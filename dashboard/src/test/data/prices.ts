import type {
  Alias,
  Price,
  PriceFactor,
  PricePage,
  RepriceRun,
  Version,
} from '@/features/prices/types';

/** A page of the price list of Northwind Labs, which has a contract for gpt-4o. */
export const gpt4oList: Version = {
  bookVersion: 4711,
  id: 'litellm:openai/gpt-4o@1970-01-01',
  orgId: '',
  provider: 'openai',
  modelName: 'gpt-4o',
  effectiveFrom: '1970-01-01T00:00:00Z',
  recordedAt: '2026-01-05T08:00:00Z',
  source: 'litellm',
  rates: {
    input: '2.5',
    output: '10',
    cacheRead: '1.25',
    serviceTiers: { batch: { input: '1.25', output: '5' } },
  },
  recordedBy: 'litellm',
  note: '',
};

export const gpt4oContract: Version = {
  bookVersion: 4711,
  id: 'manual:northwind-labs:openai/gpt-4o@2026-02-01T00:00:00Z#4711',
  orgId: 'northwind-labs',
  provider: 'openai',
  modelName: 'gpt-4o',
  effectiveFrom: '2026-02-01T00:00:00Z',
  recordedAt: '2026-01-28T09:30:00.123456Z',
  source: 'manual',
  rates: { input: '2', output: '8', cacheRead: '1' },
  recordedBy: 'mara.lindqvist',
  note: 'Contract 2026-17',
};

export const claudeFactor: PriceFactor = {
  id: 'factor:northwind-labs:bedrock/anthropic.claude-*@2026-02-01T00:00:00Z#4712',
  bookVersion: 4712,
  orgId: 'northwind-labs',
  provider: 'bedrock',
  models: 'anthropic.claude-*',
  effectiveFrom: '2026-02-01T00:00:00Z',
  recordedAt: '2026-02-02T09:30:00.123456Z',
  factor: '0.88',
};

export const sonnet: Price = {
  bookVersion: 4711,
  id: 'litellm:anthropic/claude-sonnet-4-5@1970-01-01',
  orgId: '',
  provider: 'anthropic',
  modelName: 'claude-sonnet-4-5',
  effectiveFrom: '1970-01-01T00:00:00Z',
  recordedAt: '2026-01-05T08:00:00Z',
  source: 'litellm',
  rates: {
    input: '3',
    output: '15',
    cacheRead: '0.3',
    cacheWrite: '3.75',
    cacheWrite1h: '6',
    contextTiers: [{ above: 200000, input: '6', output: '22.5', cacheRead: '0.6' }],
    units: { webSearches: '0.01' },
  },
};

export const firstPage: PricePage = {
  prices: [sonnet, gpt4oList],
  nextCursor: 'b3BlbmFpCmdwdC00bwo',
};

export const lastPage: PricePage = {
  prices: [
    gpt4oContract,
    {
      bookVersion: 4711,
      id: 'manual:openai/text-embedding-3-small@2025-11-01T00:00:00Z#12',
      orgId: '',
      provider: 'openai',
      modelName: 'text-embedding-3-small',
      effectiveFrom: '2025-11-01T00:00:00Z',
      recordedAt: '2025-11-02T10:00:00Z',
      source: 'manual',
      rates: { embedding: '0.02' },
    },
  ],
  nextCursor: null,
};

/** The last recorded first: a contract, everyone's price that fell, and how it began. */
export const gpt4oHistory: Version[] = [
  gpt4oContract,
  {
    ...gpt4oList,
    bookVersion: 4711,
    id: 'litellm:openai/gpt-4o@2026-01-20T00:00:00Z#4680',
    effectiveFrom: '2026-01-20T00:00:00Z',
    recordedAt: '2026-01-20T00:00:00Z',
    rates: { ...gpt4oList.rates, cacheRead: '1.25', output: '10', input: '2.5' },
    note: 'Sync run 12',
  },
  {
    ...gpt4oList,
    rates: { input: '5', output: '15', serviceTiers: gpt4oList.rates?.serviceTiers ?? {} },
  },
];

export const aliases: Alias[] = [
  {
    bookVersion: 4711,
    id: 'alias:northwind-labs:azure/prod-chat@2026-01-01T00:00:00Z#4650',
    orgId: 'northwind-labs',
    provider: 'azure',
    alias: 'prod-chat',
    effectiveFrom: '2026-01-01T00:00:00Z',
    recordedAt: '2026-01-01T00:00:00Z',
    target: { provider: 'openai', modelName: 'gpt-4o' },
  },
];

export const unpriced = {
  unpriced: [
    {
      provider: 'ollama',
      modelName: 'llama3.1:8b',
      status: 'unpriced',
      requests: 1420,
      inputTokens: 5_980_000,
      outputTokens: 1_040_000,
      embeddingTokens: 0,
      totalTokens: 7_020_000,
      firstSeen: '2026-02-03T08:14:00Z',
      lastSeen: '2026-03-02T16:40:00Z',
      orgs: [],
    },
    {
      provider: 'internal',
      modelName: 'aurora-7b-preview',
      status: 'partial',
      requests: 454,
      inputTokens: 1_910_000,
      outputTokens: 302_000,
      embeddingTokens: 0,
      totalTokens: 2_212_000,
      firstSeen: '2026-02-20T09:00:00Z',
      lastSeen: '2026-03-01T11:05:00Z',
      orgs: [],
    },
  ],
};

export function repriceRun(given: Partial<RepriceRun>): RepriceRun {
  return {
    id: '0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e',
    status: 'finished',
    requestedAt: '2026-03-02T09:00:00Z',
    requestedBy: 'mara.lindqvist',
    reason: 'Contract was entered late',
    provider: 'openai',
    modelName: 'gpt-4o',
    from: '2026-02-01',
    to: '2026-02-28',
    onlyUnpriced: false,
    dryRun: true,
    bookVersion: 4711,
    eventsChanged: 40210,
    costNanosDelta: -31_250_000_000,
    costUsdDelta: '-31.25',
    finishedAt: '2026-03-02T09:00:04Z',
    ...given,
  };
}

export const repriceDifferences = [
  { date: '2026-02-02', events: 22110, costUsdDelta: '-17.125', costNanosDelta: -17_125_000_000 },
  { date: '2026-02-03', events: 18100, costUsdDelta: '-14.125', costNanosDelta: -14_125_000_000 },
].map((each) => ({
  orgId: 'northwind-labs',
  unpricedRequestsDelta: 0,
  costNanosBefore: 20_000_000_000,
  costNanosAfter: 20_000_000_000 + each.costNanosDelta,
  ...each,
}));
