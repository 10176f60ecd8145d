import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { ORIGIN } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { rowsOf } from '@/test/rowsOf';
import { server } from '@/test/server';

const PAGE = '/orgs/northwind-labs/analytics?period=custom&from=2026-02-01&to=2026-03-02';

const rates = [
  { code: 'EUR', rate: '0.92', day: '2026-02-27', source: 'ECB' },
  { code: 'JPY', rate: '150.5', day: '2026-02-27', source: 'ECB' },
];

/** The days of which rates were asked for. */
function withRates(): (string | null)[] {
  const asked: (string | null)[] = [];
  server.use(
    http.get(`${ORIGIN}/v1/exchange-rates`, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('on'));
      return HttpResponse.json({ on: '2026-03-02', rates });
    }),
  );
  return asked;
}

const area = async (name: string) => within(await screen.findByRole('region', { name }));

test('a report is shown in the chosen currency, with the rate of its last day', async () => {
  const asked = withRates();
  const { router, user } = await renderApp(PAGE);
  expect(await (await area('Estimated cost')).findByText('$1,284.30')).toBeVisible();
  await user.click(await screen.findByRole('combobox', { name: 'Currency' }));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    'USD',
    'EUR',
    'JPY',
  ]);
  await user.click(screen.getByRole('option', { name: 'EUR' }));
  expect(router.state.location.search).toContain('&currency=EUR');
  const cost = await (await area('Estimated cost')).findByText('€1,181.56');
  expect(cost).toHaveAttribute('value', '1181.55777325400');
  expect(screen.getByText(/^1 USD = 0.92 EUR, of Feb 27, 2026 \(ECB\)/)).toBeVisible();
  expect((await rowsOf('Usage by model'))[0]?.[1]).toBe('€606.16');
  expect(asked).toEqual(['2026-03-02']);
});

test('budgets stay in dollars, in which they are set', async () => {
  withRates();
  await renderApp(`${PAGE}&currency=JPY`);
  expect(await (await area('Estimated cost')).findByText('¥193,287')).toBeVisible();
  const budget = await area('Budget');
  expect((await budget.findAllByText(/\$/)).length).toBeGreaterThan(0);
  expect(budget.queryByText(/¥/)).toBeNull();
});

test('a currency without a rate says so, and the amounts stay dollars', async () => {
  withRates();
  await renderApp(`${PAGE}&currency=SEK`);
  expect(
    await screen.findByText(
      'There is no exchange rate of SEK of Mar 2, 2026 or before; amounts are in US dollars.',
    ),
  ).toBeVisible();
  expect(await (await area('Estimated cost')).findByText('$1,284.30')).toBeVisible();
});

test('without rates there is no choice', async () => {
  await renderApp(PAGE);
  expect(await (await area('Estimated cost')).findByText('$1,284.30')).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Currency' })).toBeNull();
});
