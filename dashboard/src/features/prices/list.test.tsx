import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { firstPage } from '@/test/data/prices';
import { member, superadmin } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const PRICES = '/orgs/northwind-labs/prices';

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  const row = link.closest('tr');
  if (row === null) {
    throw new Error(`${name} is in no row`);
  }
  return within(row);
};

test('each model is listed with its price, and with what else it is charged for', async () => {
  await renderApp(PRICES);
  const row = await rowOf('claude-sonnet-4-5');
  for (const shown of ['Anthropic', '$3.00', '$15.00', '$0.30', '$3.75', 'LiteLLM list']) {
    expect(row.getByText(shown)).toBeVisible();
  }
  expect(row.getByText('+5 more')).toHaveAttribute(
    'title',
    expect.stringContaining('Input (above 200K) · Output (above 200K)'),
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('a contract price takes the place of everyone’s, also when it is on the next page', async () => {
  const { user } = await renderApp(PRICES);
  await rowOf('claude-sonnet-4-5');
  // Everyone's price ends the first page: whether it counts is not known yet.
  expect(screen.queryByRole('link', { name: 'gpt-4o' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  const row = await rowOf('gpt-4o');
  expect(row.getByText('Contract')).toBeVisible();
  expect(row.getByText('$8.00')).toBeVisible();
  expect(screen.queryByText('$10.00')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('searching and choosing a provider asks the service, and is kept in the address', async () => {
  const asked: string[] = [];
  server.use(
    http.get('http://pricing.test/v1/prices', ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(`${query.get('provider') ?? ''}/${query.get('q') ?? ''}`);
      return HttpResponse.json(
        query.get('q') === 'nothing' ? { prices: [], nextCursor: null } : firstPage,
      );
    }),
  );
  const { user, router } = await renderApp(PRICES);
  await rowOf('claude-sonnet-4-5');
  await user.type(screen.getByRole('combobox', { name: 'Provider' }), 'openai{Enter}');
  await user.type(screen.getByRole('searchbox', { name: 'Search models' }), 'nothing');
  expect(await screen.findByText('No model has that name')).toBeVisible();
  expect(asked).toEqual(['/', 'openai/', 'openai/nothing']);
  expect(router.state.location.search).toBe('?provider=openai&q=nothing');
});

test('models without a price lead to setting one', async () => {
  const { user, router } = await renderApp(`${PRICES}/unpriced`);
  expect(await screen.findByText('1,420')).toBeVisible();
  expect(screen.getByText('A part of the usage')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  server.use(
    http.get('http://pricing.test/v1/prices/ollama/llama3.1%3A8b', () =>
      problem(404, 'not_found', 'No price.'),
    ),
    http.get('http://pricing.test/v1/prices/ollama/llama3.1%3A8b/history', () =>
      HttpResponse.json({ versions: [] }),
    ),
  );
  await user.click(screen.getByRole('link', { name: 'Set a price for llama3.1:8b' }));
  expect(
    await screen.findByRole('dialog', { name: 'Contract price of Ollama llama3.1:8b' }),
  ).toBeVisible();
  expect(router.state.location.pathname).toBe(`${PRICES}/ollama/llama3.1%3A8b`);
});

test('a model that no list has is named by hand', async () => {
  const { user, router } = await renderApp(PRICES);
  await user.click(await screen.findByRole('button', { name: 'Add a model' }));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getAllByText('Must not be empty.')).toHaveLength(2);
  const dialog = within(screen.getByRole('dialog'));
  server.use(
    http.get('http://pricing.test/v1/prices/internal/:model', () =>
      problem(404, 'not_found', 'No price.'),
    ),
    http.get('http://pricing.test/v1/prices/internal/:model/history', () =>
      HttpResponse.json({ versions: [] }),
    ),
  );
  await user.type(dialog.getByLabelText(/Provider/), 'Internal');
  await user.type(dialog.getByLabelText(/Model/), 'team/aurora');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'team/aurora' })).toBeVisible();
  expect(router.state.location.pathname).toBe(`${PRICES}/internal/team%2Faurora`);
});

test('billing reads prices only, a member not even that', async () => {
  await renderApp('/orgs/quill-legal/prices');
  await rowOf('claude-sonnet-4-5');
  expect(screen.queryByRole('tab', { name: 'Without price' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add a model' })).toBeNull();
});

test('a member is told that prices are not theirs', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(member)));
  await renderApp(PRICES);
  expect(await screen.findByRole('heading', { name: 'Not for you to see' })).toBeVisible();
});

test('public lists are for superadmins', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(superadmin)));
  await renderApp(PRICES);
  await waitFor(() =>
    expect(screen.getByRole('tab', { name: 'Public lists' })).toHaveAttribute(
      'href',
      `${PRICES}/lists`,
    ),
  );
});
