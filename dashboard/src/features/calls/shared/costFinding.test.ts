import { expect, test } from 'vitest';
import { implementer, resolved, unpriced, withoutPrice } from '@/test/data/calls';
import { costFinding } from './costFinding';
import { nanosOf, perMillion } from './decimals';

const dearer = { ...resolved, costUsd: '0.02', costNanos: 20_000_000 };
const newVersion = { ...dearer, priceVersion: 'manual:1@2026-02-01' };
const corrected = {
  ...resolved,
  price: resolved.price && { ...resolved.price, recordedAt: '2026-03-05T08:00:00Z' },
};

test.each([
  ['agrees', implementer, resolved],
  ['pricedAfterwards', implementer, corrected],
  ['otherPrice', implementer, newVersion],
  ['otherPrice', implementer, withoutPrice],
  ['unlistedUsage', { ...implementer, costUsd: '0.027170800' }, resolved],
  ['reported', { ...implementer, costStatus: 'producer_reported' }, resolved],
  ['partial', { ...implementer, costStatus: 'partial' }, resolved],
  ['unpriced', unpriced, withoutPrice],
  ['pricedSince', unpriced, resolved],
] as const)('%s', (finding, call, cost) => {
  expect(costFinding(call, cost)).toBe(finding);
});

test('recorded amounts become nano-dollars without a float', () => {
  expect(['0.017170800', '12', '999999.123456789'].map(nanosOf)).toEqual([
    17_170_800n,
    12_000_000_000n,
    999_999_123_456_789n,
  ]);
});

test('the price of a million is that of one with the point moved', () => {
  expect(['0.0000003', '0.000015', '0.0000000625', '0', '1.5'].map(perMillion)).toEqual([
    '0.3',
    '15',
    '0.0625',
    '0',
    '1500000',
  ]);
});
