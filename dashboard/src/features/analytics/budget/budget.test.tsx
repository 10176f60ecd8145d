import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import type { Budget } from '@/api/answers';
import { budget } from '@/test/data/budget';
import { me } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';
import { projected, tierAgainstBefore } from './outlook';

const PAGE = '/orgs/northwind-labs/analytics';
const URL = `${ORIGIN}/orgs/northwind-labs/budget`;

const card = async () => within(await screen.findByRole('region', { name: 'Budget' }));

const answering = (given: Partial<Budget>) =>
  server.use(http.get(URL, () => HttpResponse.json({ ...budget, ...given })));

test.each([
  ['399.999999', '$400.00', '80%', 'On track'],
  ['400', '$400.00', '80%', 'Close to the limit'],
  ['499.999999', '$500.00', '100%', 'Close to the limit'],
  ['500.000001', '$500.00', '100%', 'Over the limit'],
])('%s of 500 spent is %s, %s: %s', async (spentUsd, spent, share, tier) => {
  answering({ spentUsd });
  await renderApp(PAGE);
  const shown = await card();
  expect(await shown.findByText(tier)).toBeVisible();
  expect(shown.getByText(spent)).toBeVisible();
  expect(shown.getByText(share)).toBeVisible();
  expect(shown.getByText('of $500.00')).toBeVisible();
});

test('without a budget, the period before is the measure', async () => {
  answering({ monthlyUsd: null });
  await renderApp(PAGE);
  const shown = await card();
  expect(await shown.findByText('In line with the previous period')).toBeVisible();
  expect(shown.getByText('$412.35')).toBeVisible();
});

test('a budget is changed, and removed', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put(URL, async ({ request }) => {
      const body = await request.json();
      sent.push(body);
      return HttpResponse.json({ ...budget, monthlyUsd: '800.00' });
    }),
    http.delete(URL, () => {
      sent.push('removed');
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderApp(PAGE);
  await user.click(await (await card()).findByRole('button', { name: 'Change' }));
  const amount = await screen.findByLabelText(/US dollars a month/);
  await user.clear(amount);
  await user.type(amount, '800.00');
  answering({ monthlyUsd: '800.00' });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await (await card()).findByText('of $800.00')).toBeVisible();
  await user.click((await card()).getByRole('button', { name: 'Change' }));
  answering({ monthlyUsd: null });
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  expect(await (await card()).findByRole('button', { name: 'Set a budget' })).toBeVisible();
  expect(sent).toEqual([{ monthlyUsd: '800.00' }, 'removed']);
});

test('a budget the service refuses stays in the dialog, with the reason', async () => {
  server.use(http.put(URL, () => problem(400, 'invalid_parameter', 'At most 2 decimals.')));
  const { user } = await renderApp(PAGE);
  await user.click(await (await card()).findByRole('button', { name: 'Change' }));
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('At most 2 decimals.')).toBeVisible();
});

test('who may only read is not offered to change it', async () => {
  const [org] = me.orgs;
  const reader = { ...org, role: 'billing', permissions: ['org:read', 'org:analytics:read'] };
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json({ ...me, orgs: [reader] })));
  await renderApp(PAGE);
  const shown = await card();
  await shown.findByText('of $500.00');
  expect(shown.queryByRole('button')).toBeNull();
});

test('the outlook takes today as half a day', () => {
  // Noon of the 10th, so to say: 9.5 of 31 days.
  expect(projected(95, '2026-03-10')).toBeCloseTo(310);
  expect(projected(10, '2026-02-01')).toBeCloseTo(560);
});

test('against the period before: a fifth more is amber, half more red', () => {
  expect([100, 119, 120, 149, 150].map((now) => tierAgainstBefore(now, 100))).toEqual([
    'green',
    'green',
    'amber',
    'amber',
    'red',
  ]);
  expect(tierAgainstBefore(100, 0)).toBeUndefined();
});
