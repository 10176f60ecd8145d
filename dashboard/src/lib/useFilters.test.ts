import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { granularitiesOf } from './granularity';
import { readFilters } from './useFilters';

// In Berlin it is already the third, in New York still the second.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T23:30:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const read = (search: string) => readFilters(new URLSearchParams(search), 'Europe/Berlin');

test('without parameters: the last 30 days in the zone of the org', () => {
  expect(read('')).toEqual({
    period: '30d',
    from: '2026-02-02',
    to: '2026-03-03',
    tz: 'Europe/Berlin',
    feature: undefined,
    granularity: 'daily',
    groupBy: 'provider',
    metric: 'cost',
    refresh: undefined,
  });
});

test.each([
  ['period=today', '2026-03-03', '2026-03-03', 'hourly'],
  ['period=today&tz=America/New_York', '2026-03-02', '2026-03-02', 'hourly'],
  ['period=7d', '2026-02-25', '2026-03-03', 'daily'],
  ['period=month', '2026-03-01', '2026-03-03', 'daily'],
  ['period=custom&from=2025-10-01&to=2026-03-01', '2025-10-01', '2026-03-01', 'weekly'],
])('%s is from %s to %s, %s', (search, from, to, granularity) => {
  expect(read(search)).toMatchObject({ from, to, granularity });
});

test.each([
  'period=custom&from=2026-03-05&to=2026-03-01',
  'period=custom&from=x&to=y',
  'period=1y',
])('what makes no sense in %s is not followed', (search) => {
  expect(read(search)).toMatchObject({ period: '30d', from: '2026-02-02' });
});

test('hours are offered for a fortnight, months from a month on', () => {
  expect(granularitiesOf({ from: '2026-03-01', to: '2026-03-14' })).toEqual([
    'hourly',
    'daily',
    'weekly',
  ]);
  expect(granularitiesOf({ from: '2026-01-01', to: '2026-03-14' })).toEqual([
    'daily',
    'weekly',
    'monthly',
  ]);
});
