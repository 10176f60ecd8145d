import type { Summary } from '@/api/answers';
import { group, totals } from './totals';

/** 30 days of Northwind Labs; the groups add up to the totals. */
export const summary: Summary = {
  period: 'custom',
  from: '2026-02-01',
  to: '2026-03-02',
  tz: 'Europe/Berlin',
  totals: totals('1284.301927450', 48213, {
    errorCount: 627,
    errorRate: 0.013005,
    unpricedRequests: 1874,
    inputTokens: 231_904_120,
    outputTokens: 35_120_884,
    embeddingTokens: 4_310_002,
    totalTokens: 271_335_006,
  }),
  previous: {
    from: '2026-01-02',
    to: '2026-01-31',
    totals: totals('1098.120300000', 45102, {
      errorCount: 812,
      errorRate: 0.018004,
      inputTokens: 231_904_120,
      outputTokens: 31_700_000,
      avgDurationMs: 2390,
    }),
  },
  byProvider: [
    group('anthropic', 0.571203, '733.597140000', 17890),
    group('openai', 0.322011, '413.559350450', 20954),
    group('google', 0.098112, '126.005437000', 6342),
    group('groq', 0.008674, '11.140000000', 1153),
    group('ollama', 0, '0.000000000', 1420, { unpricedRequests: 1420 }),
    group('internal', 0, '0.000000000', 454, { unpricedRequests: 454 }),
  ],
  byModel: [
    group('claude-sonnet-4-5', 0.513021, '658.873820000', 11903),
    group('gpt-4o', 0.241502, '310.161540450', 9112),
    group('gemini-2.5-pro', 0.071403, '91.703010000', 1840),
    group('claude-haiku-4-5', 0.058182, '74.723320000', 5987),
    group('o4-mini', 0.051213, '65.772950000', 4130),
    group('gpt-4o-mini', 0.029296, '37.624860000', 7712),
    group('gemini-2.5-flash', 0.026709, '34.302427000', 4502),
    group('llama-3.3-70b-versatile', 0.008674, '11.140000000', 1153),
    group('llama3.1:8b', 0, '0.000000000', 1420, { unpricedRequests: 1420 }),
    group('aurora-7b-preview', 0, '0.000000000', 454, { unpricedRequests: 454 }),
  ],
  byFeature: [
    group('tools', 0.492301, '632.263100000', 15201),
    group('chat', 0.283114, '363.603850450', 19870),
    group('rag', 0.121004, '155.405700000', 7015),
    group('experiment', 0.074581, '95.784540000', 4120),
    group('playground', 0.029, '37.244737000', 2007),
  ],
  byCategory: [
    group('implement', 0.381204, '489.581100000', 9120),
    group('assist', 0.283114, '363.603850450', 19870),
    group('review', 0.142009, '182.382400000', 3102),
    group(null, 0.193673, '248.734577000', 16121),
  ],
  byActivity: [
    group('agent.implementer', 0.381204, '489.581100000', 9120),
    group('agent.reviewer', 0.142009, '182.382400000', 3102),
  ],
  topTags: [
    { key: 'storyId', value: 'S-118', share: 0.0912, ...totals('117.128000000', 1204) },
    { key: 'epicId', value: 'E-7', share: 0.0871, ...totals('111.862000000', 1630) },
    { key: 'experimentId', value: 'exp-prompt-v3', share: 0.0413, ...totals('53.041000000', 2210) },
  ],
};
