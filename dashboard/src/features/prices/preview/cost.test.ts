import { expect, test } from 'vitest';
import type { Rates } from '../rates/rates';
import { estimate, type UsageTotals } from './cost';

const none: UsageTotals = {
  requestCount: 1,
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  reasoningTokens: 0,
  embeddingTokens: 0,
};

// The examples of docs/pricing.md that token totals can tell.
const examples: [name: string, rates: Rates, usage: Partial<UsageTotals>, usd: string][] = [
  [
    'doc-disjoint-haiku',
    { input: '1', output: '5', cacheRead: '0.1', cacheWrite: '1.25' },
    { inputTokens: 10_000, outputTokens: 400, cacheReadTokens: 6_000, cacheWriteTokens: 3_000 },
    '0.00735',
  ],
  [
    'doc-reasoning-own-price',
    { input: '0.05', output: '0.2', reasoning: '0.5' },
    { inputTokens: 1_000, outputTokens: 900, reasoningTokens: 600 },
    '0.00041',
  ],
  [
    'doc-reasoning-inside',
    { input: '1.1', output: '4.4' },
    { inputTokens: 1_000, outputTokens: 900, reasoningTokens: 600 },
    '0.00506',
  ],
  [
    'doc-fallback-cache-read',
    { input: '0.06', output: '0.18' },
    { inputTokens: 10_000, outputTokens: 100, cacheReadTokens: 9_000 },
    '0.000618',
  ],
  ['doc-free', { input: '0', output: '0' }, { inputTokens: 5_000, outputTokens: 700 }, '0'],
  [
    'doc-per-request',
    { input: '0', output: '0.28', perRequest: '0.005' },
    { inputTokens: 900, outputTokens: 300, requestCount: 3 },
    '0.015084',
  ],
  ['doc-embedding', { embedding: '0.06' }, { embeddingTokens: 1_250_000 }, '0.075'],
];

test.each(examples)('%s costs what the ledger says', (_name, rates, usage, usd) => {
  expect(estimate(rates, { ...none, ...usage })).toEqual({ usd, unpriced: [] });
});

test('digits beyond those of a float are kept', () => {
  const usage = { ...none, inputTokens: 9_007_199_254_740_991 };
  expect(estimate({ input: '0.000000000000000001' }, usage).usd).toBe('0.000000009007199254740991');
});

test('what was used and has no price is named, and not charged', () => {
  const usage = { ...none, inputTokens: 1_000, outputTokens: 100, reasoningTokens: 50 };
  expect(estimate({ input: '1' }, usage)).toEqual({ usd: '0.001', unpriced: ['output'] });
});
