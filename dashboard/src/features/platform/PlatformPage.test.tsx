import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { superadmin } from '@/test/data/me';
import { drift, intake } from '@/test/data/platform';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { rowsOf } from '@/test/rowsOf';
import { server } from '@/test/server';
import { usdOfNanos } from '@/lib/money';
import { lagTier } from './health';

const asSuperadmin = () =>
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(superadmin)));

const sign = async (name: string) => within(await screen.findByRole('region', { name }));

test('all orgs by cost, and the health of ingestion', async () => {
  asSuperadmin();
  await renderApp('/platform');
  expect(await rowsOf('Organisations by cost')).toEqual([
    ['Northwind Labs', '$1,284.30', '63.1%', '48,213', '238M', '0%', '1,874'],
    ['Quill Legal', '$750.20', '36.9%', '41,787', '206M', '0%', '0'],
  ]);
  expect(screen.getByRole('link', { name: 'Quill Legal' })).toHaveAttribute(
    'href',
    '/orgs/quill-legal/analytics',
  );
  expect(await (await sign('Ingestion rate')).findByText('118.4 events/s')).toBeVisible();
  expect((await sign('Lag')).getByText('42 events')).toBeVisible();
  expect((await sign('Lag')).getByText('Healthy')).toBeVisible();
  expect(await (await sign('Drift')).findByText('$0.00')).toBeVisible();
  const [letter] = await rowsOf('Latest dead letters');
  expect(letter?.slice(1)).toEqual([
    'invalid_field',
    'inputTokens must be a whole number of at least 0',
    'quill-legal',
    'Yes',
  ]);
  expect(await accessibilityFaults()).toEqual([]);
});

test('drift, a standstill and a service that is away are signs to act on', async () => {
  asSuperadmin();
  server.use(
    http.get('http://ingest.test/v1/intake', () =>
      HttpResponse.json({ ...intake, eventsPerSecond: 0 }),
    ),
    http.get('http://aggregator.test/v1/rollups/drift', () =>
      HttpResponse.json({ ...drift, driftingRows: 2, driftNanos: 1_500_000_001 }),
    ),
    http.get('http://ingest.test/v1/dead-letters', () => problem(503, 'unavailable', 'No Kafka.')),
  );
  await renderApp('/platform');
  expect(await (await sign('Lag')).findByText('Act on it')).toBeVisible();
  expect(await (await sign('Drift')).findByText('$1.50')).toBeVisible();
  expect((await sign('Drift')).getByText(/^2 rows differ/)).toBeVisible();
  expect(await (await sign('Dead letters')).findByText('Not reachable')).toBeVisible();
});

test('is for superadmins', async () => {
  await renderApp('/platform');
  expect(await screen.findByRole('heading', { name: 'Not for you to see' })).toBeVisible();
});

test('a lag is judged by how long it takes to catch up', () => {
  expect([lagTier(0, 0), lagTier(500, 100), lagTier(2_000, 100), lagTier(6_000, 100)]).toEqual([
    'green',
    'green',
    'amber',
    'red',
  ]);
});

test('nano-dollars are written exactly', () => {
  expect([0, 1, 1_500_000_001, -5].map(usdOfNanos)).toEqual([
    '0.000000000',
    '0.000000001',
    '1.500000001',
    '-0.000000005',
  ]);
});

test('a lag that Kafka does not tell is a sign to act on', async () => {
  asSuperadmin();
  server.use(
    http.get('http://ingest.test/v1/intake', () => HttpResponse.json({ ...intake, lag: null })),
  );
  await renderApp('/platform');
  const lag = await sign('Lag');
  expect(await lag.findByText('Unknown')).toBeVisible();
  expect(lag.getByText('Act on it')).toBeVisible();
});
