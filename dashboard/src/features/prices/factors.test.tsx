import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { claudeFactor, gpt4oList } from '@/test/data/prices';
import { problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const FACTORS = '/orgs/northwind-labs/prices/factors';
const API = 'http://pricing.test/v1/orgs/northwind-labs/price-factors';

test('what the org pays of everyone’s prices is listed', async () => {
  await renderApp(FACTORS);
  const table = within(await screen.findByRole('table', { name: 'Price factors' }));
  const row = table.getByRole('row', { name: /anthropic\.claude-\*/ });
  expect(row).toHaveTextContent('× 0.88 (12 % less)');
  expect(row).toHaveTextContent('Feb 1, 2026');
  expect(await accessibilityFaults()).toEqual([]);
});

test('a factor is set to the digit, once the form is right', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put(API, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(claudeFactor, { status: 201 });
    }),
  );
  const { user } = await renderApp(FACTORS);
  await user.click(await screen.findByRole('button', { name: 'Set a factor' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Set a price factor' }));
  await user.click(dialog.getByRole('button', { name: 'Save factor' }));
  expect(dialog.getByText(/^A decimal number from 0.0001 to 100/)).toBeVisible();
  await user.type(dialog.getByLabelText('Factor'), '1.20');
  await user.type(dialog.getByLabelText('Provider'), 'openai');
  await user.type(dialog.getByLabelText('Holds from (UTC)'), '2026-02-15T06:30');
  await user.type(dialog.getByLabelText('Why'), 'Resale');
  await user.click(dialog.getByRole('button', { name: 'Save factor' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    {
      provider: 'openai',
      models: '',
      factor: '1.20',
      effectiveFrom: '2026-02-15T06:30:00Z',
      note: 'Resale',
    },
  ]);
});

test('what the service refuses is said, and the form stays', async () => {
  server.use(http.put(API, () => problem(409, 'conflict', 'The org has 200 price factors.')));
  const { user } = await renderApp(FACTORS);
  await user.click(await screen.findByRole('button', { name: /^Change the factor of/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Set a price factor' }));
  expect(dialog.getByLabelText('Models')).toHaveValue('anthropic.claude-*');
  await user.click(dialog.getByRole('button', { name: 'Save factor' }));
  expect(await dialog.findByText('The org has 200 price factors.')).toBeVisible();
});

test('a factor is ended, of the very models it was set for', async () => {
  const ended: string[] = [];
  server.use(
    http.delete(API, ({ request }) => {
      ended.push(new URL(request.url).search);
      return HttpResponse.json({ ...claudeFactor, factor: null });
    }),
  );
  const { user } = await renderApp(FACTORS);
  await user.click(await screen.findByRole('button', { name: /^End the factor of/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'End the factor?' }));
  await user.type(dialog.getByLabelText('Why'), 'over');
  await user.click(dialog.getByRole('button', { name: 'End' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(ended.map((query) => Object.fromEntries(new URLSearchParams(query)))).toEqual([
    { provider: 'bedrock', models: 'anthropic.claude-*', note: 'over' },
  ]);
});

test('who does not set prices sees factors only', async () => {
  await renderApp('/orgs/quill-legal/prices/factors');
  expect(await screen.findByText('× 0.88 (12 % less)')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Set a factor' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^End the factor of/ })).toBeNull();
});

test('the page of a model tells the factor of its price', async () => {
  server.use(
    http.get('http://pricing.test/v1/prices/openai/gpt-4o', () =>
      HttpResponse.json({
        ...gpt4oList,
        factor: { id: 'factor:northwind-labs:*@…#9', models: '*', factor: '1.2' },
      }),
    ),
  );
  await renderApp('/orgs/northwind-labs/prices/openai/gpt-4o');
  expect(
    await screen.findByText('This organisation pays 1.2 times these prices, by its factor of *.'),
  ).toBeVisible();
});
