import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { superadmin } from '@/test/data/me';
import { aliases } from '@/test/data/prices';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const GPT4O = '/orgs/northwind-labs/prices/openai/gpt-4o';
const RESOLVE = 'http://pricing.test/v1/resolve';
const PUT_PRICE = 'http://pricing.test/v1/prices/openai/gpt-4o';

/** What these totals cost at $1.50 and at the contract's price, as the service says. */
const costs = (...usd: string[]) =>
  usd.map((costUsd) => ({
    costUsd,
    costNanos: 0,
    status: 'priced',
    priceVersion: null,
    price: null,
    components: [],
  }));

const table = async (name: string) => within(await screen.findByRole('table', { name }));

/** Keeps what is sent, and answers as the service does. */
function recordPuts(): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.put(PUT_PRICE, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  return sent;
}

async function openEditor() {
  const { user } = await renderApp(`${GPT4O}?edit=contract`);
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Contract price of OpenAI gpt-4o' }),
  );
  const field = (name: string) => dialog.getByRole('textbox', { name });
  return { user, dialog, field };
}

test('shows the price in force, how it came about, and what else is priced as the model', async () => {
  await renderApp(GPT4O);
  const prices = await table('Price in force');
  expect(prices.getByRole('row', { name: 'Cache read $1.00' })).toBeVisible();
  expect(screen.getByText('Contract, since Feb 1, 2026')).toBeVisible();
  const [contract, , first] = await screen
    .findAllByRole('listitem')
    .then((items) => items.filter((item) => within(item).queryByRole('heading') !== null));
  expect(contract).toHaveTextContent(
    'Contract setholds from Feb 1, 2026Contractmara.lindqvist · Jan 28, 2026, 10:30:00 AMContract 2026-17',
  );
  expect(first).toHaveTextContent('Everyone’s price setholds from the beginning');
  expect(screen.getByText('Azure prod-chat')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

test('the history says what each version changed', async () => {
  await renderApp(GPT4O);
  const fell = (await screen.findByText('Sync run 12')).closest('li');
  expect(fell).toHaveTextContent('Input$5.00becomes$2.50per 1M tokens');
  expect(fell).toHaveTextContent('Output$15.00becomes$10.00');
  expect(fell).toHaveTextContent('Cache readno pricebecomes$1.25');
  expect(fell).not.toHaveTextContent('Batch');
});

test('the effect of a new price is asked of the service before it is saved', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post(RESOLVE, async ({ request }) => {
      const items = (await request.json()) as { rates: { input: string } }[];
      asked.push(items);
      const then = items[0]?.rates.input === '1.5' ? '3.4476' : '3.8876';
      return HttpResponse.json(costs(then, '3.8876'));
    }),
  );
  const { user, dialog, field } = await openEditor();
  const effect = within(await dialog.findByRole('region', { name: 'Effect' }));
  await effect.findByText('412 requests, 1M input and 251K output tokens');
  await user.clear(field('Input'));
  await user.type(field('Input'), '1.5');
  expect(await effect.findByTitle('$3.4476')).toHaveTextContent('$3.45');
  expect(effect.getAllByText('$3.89')).toHaveLength(2);
  expect(effect.getByTitle('-$0.44')).toHaveAttribute('value', '-0.44');
  expect(asked.at(-1)).toMatchObject([
    {
      provider: 'openai',
      modelName: 'gpt-4o',
      usage: { inputTokens: 1_000_000, outputTokens: 250_950, requestCount: 412 },
      rates: { input: '1.5', output: '8', cacheRead: '1', contextTiers: [] },
    },
    { rates: { input: '2', output: '8', cacheRead: '1', contextTiers: [] } },
  ]);
  expect(effect.getByText(/so that the difference is exact/)).toBeVisible();
  expect(effect.getByText(/Not covered: context and service tiers/)).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

test('prices that the service refuses have no effect, and it is said why', async () => {
  server.use(
    http.post(RESOLVE, () => problem(400, 'invalid_body', "'[0].rates' must list a price.")),
  );
  const { dialog } = await openEditor();
  expect(await dialog.findByText(/must list a price/)).toBeVisible();
});

test('an estimate is called one', async () => {
  server.use(http.post(RESOLVE, () => HttpResponse.json(costs('3.8876', '3.8876'))));
  const { user, dialog, field } = await openEditor();
  await dialog.findByText('412 requests, 1M input and 251K output tokens');
  await user.type(field('Cache write, 1 h'), '6');
  expect(await dialog.findByText(/may change the cost beyond what is shown/)).toBeVisible();
  expect(dialog.queryByText(/so that the difference is exact/)).toBeNull();
});

test('a price is saved to the digit, for the org, from the moment that was chosen', async () => {
  const sent = recordPuts();
  const { user, dialog, field } = await openEditor();
  await user.clear(field('Input'));
  await user.type(field('Input'), '1.50');
  await user.type(field('Web search'), '0.01');
  await user.type(dialog.getByLabelText('Holds from (UTC)'), '2026-02-15T06:30');
  expect(dialog.getByText(/keep their cost/)).toBeVisible();
  await user.type(field('Why'), 'Contract 2026-18');
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    {
      orgId: 'northwind-labs',
      rates: { input: '1.50', output: '8', cacheRead: '1', units: { webSearches: '0.01' } },
      effectiveFrom: '2026-02-15T06:30:00Z',
      note: 'Contract 2026-18',
    },
  ]);
});

test('what is no price is refused at its field, and nothing is sent', async () => {
  const sent = recordPuts();
  const { user, dialog, field } = await openEditor();
  await user.clear(field('Output'));
  await user.type(field('Output'), '1,5');
  expect(field('Output')).toBeInvalid();
  expect(field('Output')).toHaveAccessibleDescription(
    'A decimal number from 0 to 10000, such as 2.5',
  );
  expect(await dialog.findByText('Fill in valid prices to see their effect.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  for (const name of ['Input', 'Output', 'Cache read']) {
    await user.clear(field(name));
  }
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  expect(dialog.getByText('List at least one price.')).toBeVisible();
  expect(sent).toEqual([]);
});

test('prices for long input are added and refused without a price', async () => {
  const sent = recordPuts();
  const { user, dialog } = await openEditor();
  await user.click(dialog.getByRole('button', { name: /Add prices for long input/ }));
  const tier = within(dialog.getByRole('group', { name: 'Standard' }));
  await user.type(tier.getByLabelText('Input tokens above'), '200000');
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  expect(dialog.getByText('List at least one price, or remove these prices')).toBeVisible();
  await user.type(tier.getByLabelText('Output'), '12');
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ rates: { contextTiers: [{ above: 200000, output: '12' }] } });
});

test('what the service refuses is said, and the form stays', async () => {
  server.use(
    http.put(PUT_PRICE, () =>
      problem(400, 'invalid_body', "'rates.input' must not exceed 10000 USD."),
    ),
  );
  const { user, dialog } = await openEditor();
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  expect(await dialog.findByText("'rates.input' must not exceed 10000 USD.")).toBeVisible();
});

test('everyone’s price is set by superadmins, who learn that a contract hides it', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(superadmin)));
  const sent = recordPuts();
  const { user } = await renderApp(GPT4O);
  await user.click(await screen.findByRole('button', { name: 'Set everyone’s price' }));
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Everyone’s price of OpenAI gpt-4o' }),
  );
  expect(dialog.getByText(/has a contract price, which stays in force/)).toBeVisible();
  expect(dialog.getByRole('group', { name: 'Batch' })).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Save price' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).not.toHaveProperty('orgId');
});

test('a contract price is ended after a question', async () => {
  const ended: string[] = [];
  server.use(
    http.delete(PUT_PRICE, ({ request }) => {
      ended.push(new URL(request.url).search);
      return HttpResponse.json({});
    }),
  );
  const { user } = await renderApp(GPT4O);
  await user.click(await screen.findByRole('button', { name: 'End contract price' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'End the contract price?' }));
  await user.type(dialog.getByLabelText('Why'), 'Expired');
  await user.click(dialog.getByRole('button', { name: 'End contract price' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(ended).toEqual(['?orgId=northwind-labs&note=Expired']);
});

test('a name without a price becomes one of a provider, for the org, from now on', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('http://pricing.test/v1/aliases/hub/*', async ({ request }) => {
      sent.push([new URL(request.url).pathname, await request.json()]);
      return HttpResponse.json({}, { status: 201 });
    }),
    http.get('http://pricing.test/v1/prices/hub/gpt-4o', () => problem(404, 'not_found', 'None.')),
    http.get('http://pricing.test/v1/prices/hub/gpt-4o/history', () =>
      HttpResponse.json({ versions: [] }),
    ),
  );
  const { user } = await renderApp('/orgs/northwind-labs/prices/hub/gpt-4o');
  await user.click(await screen.findByRole('button', { name: 'Price as another model' }));
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Price hub gpt-4o as another model' }),
  );
  await user.click(dialog.getByRole('button', { name: 'Save name' }));
  expect(dialog.getByLabelText(/^Model it is priced as/)).toBeInvalid();
  await user.click(dialog.getByRole('combobox', { name: 'Name' }));
  await user.click(await screen.findByRole('option', { name: 'Every model of hub' }));
  expect(dialog.queryByLabelText(/^Model it is priced as/)).toBeNull();
  await user.type(dialog.getByLabelText(/^Provider it is priced as/), 'azure');
  await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'our gateway');
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Save name' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    [
      '/v1/aliases/hub/*',
      { targetProvider: 'azure', orgId: 'northwind-labs', note: 'our gateway' },
    ],
  ]);
});

test('a name is ended after a question, and everyone’s is not the org’s to end', async () => {
  const ended: string[] = [];
  const everyones = { ...aliases[0], id: 'everyones', orgId: '', provider: 'hub', alias: '*' };
  server.use(
    http.get('http://pricing.test/v1/aliases', () =>
      HttpResponse.json({
        aliases: [...aliases, { ...everyones, target: { provider: 'openai', modelName: '*' } }],
      }),
    ),
    http.delete('http://pricing.test/v1/aliases/azure/prod-chat', ({ request }) => {
      ended.push(new URL(request.url).search);
      return HttpResponse.json({});
    }),
  );
  const { user } = await renderApp(GPT4O);
  expect(await screen.findByText(/^Every model of hub · For everyone/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'End hub gpt-4o' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'End Azure prod-chat' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'End the name?' }));
  await user.click(dialog.getByRole('button', { name: 'End' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(ended).toEqual(['?orgId=northwind-labs&note=']);
});
