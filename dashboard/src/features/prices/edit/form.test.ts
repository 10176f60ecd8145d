import { expect, test } from 'vitest';
import type { Rates } from '../rates/rates';
import { faultsOf, isPrice } from './faults';
import { emptyVariant, formOf, ratesOf } from './form';

const rates: Rates = {
  input: '3',
  output: '15',
  contextTiers: [{ above: 128_000, inclusive: true, input: '6', output: '22.5' }],
  perRequest: '0.001',
  units: { webSearches: '0.01' },
  serviceTiers: {
    batch: { input: '1.5', contextTiers: [{ above: 128_000, input: '3' }] },
    flex: { contextTiers: [{ above: 200_000, input: '2' }] },
  },
};

test('a price goes through the form unchanged', () => {
  expect(ratesOf(formOf(rates))).toEqual(rates);
});

test('what is typed is kept to the digit, and blanks around it are not', () => {
  const form = formOf({ input: '0.10' });
  expect(ratesOf({ ...form, perRequest: ' 0.000001 ' })).toEqual({
    input: '0.10',
    perRequest: '0.000001',
  });
});

test.each(['0', '2.5', '10000', '0.000000000000000000000000000001'])('%s is a price', (text) => {
  expect(isPrice(text)).toBe(true);
});

test.each([
  '-1',
  '1,5',
  '1e3',
  '.5',
  '5.',
  '10000.01',
  'NaN',
  '0x10',
  '1 000',
  `0.${'1'.repeat(31)}`,
])('%s is none', (text) => {
  expect(isPrice(text)).toBe(false);
});

test('two sets of prices for the same calls are refused, and one without prices', () => {
  const form = formOf({ input: '1' });
  const twice = { ...emptyVariant(1), above: '200000' };
  const faults = faultsOf(
    { ...form, variants: [...form.variants, twice, { ...twice, key: 2 }] },
    true,
  );
  expect([...faults]).toEqual([
    ['1.input', 'List at least one price, or remove these prices'],
    ['2.above', 'These prices are there already'],
    ['2.input', 'List at least one price, or remove these prices'],
  ]);
});
