import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { summary } from '@/test/data/summary';
import { totals } from '@/test/data/totals';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { rowsOf } from '@/test/rowsOf';
import { server } from '@/test/server';

const PAGE = '/orgs/northwind-labs/analytics';

const area = async (name: string) => within(await screen.findByRole('region', { name }));

test('usage by model, sorted by cost, then as the reader likes', async () => {
  const { user } = await renderApp(PAGE);
  const byCost = await rowsOf('Usage by model');
  expect(byCost[0]).toEqual([
    'claude-sonnet-4-5',
    '$658.87',
    '51.3%',
    '11,903',
    '50M',
    '8.69M',
    '$138.36',
    '2.14s',
    '0%',
  ]);
  expect(byCost.map(([model]) => model).slice(-2)).toEqual(['llama3.1:8b', 'aurora-7b-preview']);
  expect(byCost.at(-1)?.[1]).toBe('No price');
  const table = screen.getByRole('table', { name: 'Usage by model' });
  await user.click(within(table).getByRole('button', { name: 'Requests' }));
  expect((await rowsOf('Usage by model')).slice(0, 3).map(([model]) => model)).toEqual([
    'claude-sonnet-4-5',
    'gpt-4o',
    'gpt-4o-mini',
  ]);
  expect(within(table).getByRole('columnheader', { name: 'Requests' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('provider, feature, category, users and most used models have their figures', async () => {
  await renderApp(PAGE);
  const provider = await area('Cost by provider');
  expect(provider.getByText('Anthropic').closest('li')).toHaveTextContent('Anthropic$733.6057.1%');
  expect(provider.getByText('Ollama').closest('li')).toHaveTextContent('OllamaNo price0%');
  const listed = async (name: string) =>
    (await area(name)).getAllByRole('listitem').map((item) => item.textContent);
  expect((await listed('Cost by feature'))[0]).toBe('Tools$632.26');
  expect((await listed('Cost by category')).at(-1)).toBe('Not given$248.73');
  expect((await listed('Most used models, by requests'))[2]).toBe('gpt-4o-mini7.71K');
  expect((await listed('Most used models, by tokens'))[0]).toBe('claude-sonnet-4-558.7M');
  expect(await rowsOf('Top users by cost')).toEqual([
    ['MLMara Lindqvistmara@example.com', '$331.02', '12,040', '70.9M'],
    ['SIsvc-indexerNot a member', '$18.40', '30,112', '12.3M'],
  ]);
});

test('the trend is stacked as the address says, and the choice is kept there', async () => {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) => asked.push(request.url));
  const { router, user } = await renderApp(`${PAGE}?period=7d&metric=cost`);
  const trend = await area('Cost over time');
  expect(await trend.findByText('$91.63')).toBeVisible();
  expect(trend.getByText('$49.38')).toBeVisible();
  await user.click(trend.getByRole('combobox', { name: 'Stacked by' }));
  await user.click(await screen.findByRole('option', { name: 'Model' }));
  expect(router.state.location.search).toBe('?period=7d&metric=cost&groupBy=modelName');
  await waitFor(() => expect(asked.some((url) => url.includes('groupBy=modelName'))).toBe(true));
  server.events.removeAllListeners();
});

test('a cost that leaves calls out says so, with the way to their prices', async () => {
  await renderApp(PAGE);
  expect(
    await screen.findByText(
      '1,874 requests have no price and are not part of the cost: llama3.1:8b, aurora-7b-preview.',
    ),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: '1.87K without a price' })).toHaveAttribute(
    'href',
    '/orgs/northwind-labs/prices/unpriced',
  );
});

test('refreshing asks again for all of the org', async () => {
  const { user } = await renderApp(PAGE);
  await (await area('Estimated cost')).findByText('$1,284.30');
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, () =>
      HttpResponse.json({ ...summary, totals: totals('1300', 50_000) }),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await (await area('Estimated cost')).findByText('$1,300.00')).toBeVisible();
});

test('without calls, the page says so in every area', async () => {
  const nothing = totals('0', 0, { avgDurationMs: null, p95DurationMs: null });
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, () =>
      HttpResponse.json({
        ...summary,
        totals: nothing,
        previous: { ...summary.previous, totals: nothing },
        byProvider: [],
        byModel: [],
        byFeature: [],
        byCategory: [],
        byActivity: [],
        topTags: [],
      }),
    ),
  );
  await renderApp(PAGE);
  expect(await (await area('Usage by model')).findByText('No calls in this period')).toBeVisible();
  expect((await area('Estimated cost')).getByText('$0.00')).toBeVisible();
  expect((await area('Average latency')).getByText('—')).toBeVisible();
});

test('a report that takes too long says so, and can be asked for again', async () => {
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, () =>
      problem(504, 'timed_out', 'The report takes too long; ask for fewer days.'),
    ),
  );
  const { user } = await renderApp(PAGE);
  expect(await screen.findByText(/ask for fewer days/)).toBeVisible();
  server.resetHandlers();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await (await area('Estimated cost')).findByText('$1,284.30')).toBeVisible();
});

test('axe finds nothing', async () => {
  await renderApp(PAGE);
  await rowsOf('Top users by cost');
  await rowsOf('Usage by model');
  expect(await accessibilityFaults()).toEqual([]);
});
