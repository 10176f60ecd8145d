import { expect, test } from 'vitest';
import { addUsd, convert, DOLLARS, formatExactUsd, formatUsd, usdOfMicros } from './money';

test.each([
  [9_120_450, '9.120450'],
  [0, '0.000000'],
  [1, '0.000001'],
  [-1_500_000, '-1.500000'],
  // The largest whole number of JSON that JavaScript reads exactly.
  [9_007_199_254_740_991, '9007199254.740991'],
])('%d micros are %s dollars', (micros, usd) => {
  expect(usdOfMicros(micros)).toBe(usd);
});

test.each([
  ['1284.301927450', '$1,284.30'],
  ['1.005', '$1.01'],
  ['0.7937', '$0.79'],
  ['0.0171708', '$0.0172'],
  ['0.023', '$0.0230'],
  ['0.000036', '$0.000036'],
  ['0.00000006', '$0.00000006'],
  ['0', '$0.00'],
  ['-3.5', '-$3.50'],
])('%s is written %s', (usd, written) => {
  expect(formatUsd(usd)).toBe(written);
});

test('the exact amount keeps digits a float would lose', () => {
  expect(formatExactUsd('90071992547409931.123456789')).toBe('$90,071,992,547,409,931.123456789');
});

test.each([
  ['0.1', '0.2', '0.3'],
  ['0', '12.345678901', '12.345678901'],
  ['9007199254740993.000000001', '0.000000002', '9007199254740993.000000003'],
  ['-0.5', '0.25', '-0.25'],
  ['2', '3', '5'],
])('%s and %s are exactly %s', (one, other, sum) => {
  expect(addUsd(one, other)).toBe(sum);
});

const euros = { code: 'EUR', rate: '0.921404219298' };

test('an amount in another currency is the exact product', () => {
  expect(convert('1.000000001', euros)).toBe('0.921404220219404219298');
  expect(convert('-0.5', euros)).toBe('-0.4607021096490');
  expect(convert('12.345678901', DOLLARS)).toBe('12.345678901');
});

test.each([
  ['100', { code: 'EUR', rate: '0.92' }, '€92.00'],
  ['0.01', { code: 'EUR', rate: '0.92' }, '€0.009200'],
  ['100', { code: 'JPY', rate: '150.561' }, '¥15,056'],
  ['0.01', { code: 'JPY', rate: '150.561' }, '¥1.51'],
  ['0.000000001', { code: 'EUR', rate: '0.92' }, '€0.00000000092'],
  ['0', { code: 'KWD', rate: '0.31' }, 'KWD 0.000'],
])('%s dollars in %o are written %s', (usd, currency, written) => {
  expect(formatUsd(usd, currency).replaceAll('\u00a0', ' ')).toBe(written);
});
