import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { repriceDifferences, repriceRun } from '@/test/data/prices';
import { problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const REPRICE = 'http://pricing.test/v1/reprice';
const DRY = '0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e';
const REAL = '11111111-2e4f-4f0b-9d5e-5f0c2a548f0e';

async function openCard() {
  const { user } = await renderApp('/orgs/northwind-labs/prices/openai/gpt-4o');
  const card = within(await screen.findByRole('region', { name: 'Reprice recorded calls' }));
  return { user, card };
}

test('a dry run tells the difference, which may then be made real', async () => {
  const orders: Record<string, unknown>[] = [];
  let polls = 0;
  server.use(
    http.post(REPRICE, async ({ request }) => {
      const order = (await request.json()) as Record<string, unknown>;
      orders.push(order);
      const dryRun = order.dryRun === true;
      const started = { id: dryRun ? DRY : REAL, dryRun, status: 'running', eventsChanged: 0 };
      return HttpResponse.json(repriceRun({ ...started, costUsdDelta: '0' }), { status: 202 });
    }),
    http.get(`${REPRICE}/runs/${DRY}`, () => {
      polls += 1;
      return HttpResponse.json(
        polls === 1
          ? repriceRun({ status: 'running', eventsChanged: 1200 })
          : repriceRun({ differences: repriceDifferences }),
      );
    }),
    http.get(`${REPRICE}/runs/${REAL}`, () =>
      HttpResponse.json(repriceRun({ id: REAL, dryRun: false, differences: repriceDifferences })),
    ),
  );
  const { user, card } = await openCard();
  await user.type(card.getByLabelText(/Why/), 'Contract was entered late');
  await user.click(card.getByRole('button', { name: 'See what would change' }));
  expect(await card.findByText('Running: 1,200 calls so far')).toBeVisible();
  const result = await card.findByText(/Would change/);
  expect(result).toHaveTextContent('Would change: 40,210 calls, -$31.25');
  expect(card.getByRole('row', { name: 'Feb 2, 2026 22,110 -$17.13' })).toBeVisible();

  await user.click(card.getByRole('button', { name: 'Reprice now' }));
  const question = within(await screen.findByRole('dialog', { name: 'Change recorded costs?' }));
  expect(question.getByText(/40,210 calls get another cost, -\$31.25 in all/)).toBeVisible();
  await user.click(question.getByRole('button', { name: 'Reprice now' }));
  expect(await card.findByText(/^Changed/)).toHaveTextContent('Changed: 40,210 calls, -$31.25');
  expect(orders.map(({ dryRun }) => dryRun)).toEqual([true, false]);
  expect(orders[1]).toMatchObject({
    orgId: 'northwind-labs',
    provider: 'openai',
    modelName: 'gpt-4o',
    reason: 'Contract was entered late',
  });
});

test('nothing is asked for without a reason', async () => {
  const { user, card } = await openCard();
  await user.click(card.getByRole('button', { name: 'See what would change' }));
  expect(card.getByText('1 to 500 characters')).toBeVisible();
});

test('a run that changes nothing cannot be made real', async () => {
  const idle = repriceRun({ eventsChanged: 0, costUsdDelta: '0', differences: [] });
  server.use(
    http.post(REPRICE, () => HttpResponse.json(idle, { status: 202 })),
    http.get(`${REPRICE}/runs/${DRY}`, () => HttpResponse.json(idle)),
  );
  const { user, card } = await openCard();
  await user.type(card.getByLabelText(/Why/), 'Check');
  await user.click(card.getByRole('button', { name: 'See what would change' }));
  expect(await card.findByText('No recorded call would get another cost.')).toBeVisible();
  expect(card.queryByRole('button', { name: 'Reprice now' })).toBeNull();
});

test('a service that is not ready says so', async () => {
  server.use(
    http.post(REPRICE, () => problem(503, 'unavailable', 'Recorded events are not there yet.')),
  );
  const { user, card } = await openCard();
  await user.type(card.getByLabelText(/Why/), 'Check');
  await user.click(card.getByRole('button', { name: 'See what would change' }));
  expect(await card.findByText('Recorded events are not there yet.')).toBeVisible();
});
