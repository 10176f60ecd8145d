import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import {
  firstPage,
  implementer,
  resolved,
  revised,
  unpriced,
  withoutPrice,
} from '@/test/data/calls';
import { problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const CALLS = '/orgs/northwind-labs/calls?period=custom&from=2026-02-01&to=2026-03-02';
const DETAILS = 'http://ledger.test/orgs/:orgId/analytics/details';
const RESOLVE = 'http://pricing.test/v1/resolve';

const panel = () => screen.findByRole('dialog', { name: 'Call' });

test('a call opens from its row, with its cost components', async () => {
  const asked: unknown[] = [];
  server.events.on('request:start', ({ request }) => {
    if (request.url === RESOLVE) {
      void request
        .clone()
        .json()
        .then((body) => asked.push(body));
    }
  });
  const { router, user } = await renderApp(CALLS);
  await user.click(await screen.findByRole('link', { name: /10:15:21/ }));
  expect(router.state.location.search).toContain(`&call=${implementer.eventId}`);
  const shown = within(await panel());
  const lines = within(await shown.findByRole('table', { name: /Cost by component/ }));
  expect(lines.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'ComponentQuantityUnit priceCost',
    'Input1,114$3.00 / 1M$0.003342',
    'Cache read4,096$0.30 / 1M$0.0012288',
    'Output840$15.00 / 1M$0.0126',
    'By the price book$0.0171708',
  ]);
  expect(shown.getByText('Without the cache it would have cost $0.0110592 more.')).toBeVisible();
  expect(shown.getByText('The recorded cost agrees with the price book.')).toBeVisible();
  expect(
    shown.getByText(/List price of Anthropic claude-sonnet-4-5, in force at all/),
  ).toBeVisible();
  expect(asked).toEqual([
    [
      {
        orgId: 'northwind-labs',
        provider: 'anthropic',
        modelName: 'claude-sonnet-4-5',
        occurredAt: '2026-03-02T09:15:21.412Z',
        serviceTier: 'standard',
        speed: 'standard',
        usage: expect.objectContaining({ inputTokens: 5210, cacheReadTokens: 4096 }) as unknown,
      },
    ],
  ]);
  expect(await accessibilityFaults()).toEqual([]);
});

test('everything of the call is there', async () => {
  await renderApp(`${CALLS}&call=${implementer.eventId}`);
  const shown = within(await panel());
  const facts = shown.getByRole('region', { name: 'Details' }).textContent;
  for (const fact of [
    ...['3.12s', '410ms', 'mara.lindqvist', 'Tools', 'agent.implementer', 'implement'],
    ...['conv-8812', 'msg-3', 'standard', 'Reported by the provider', implementer.eventId],
  ]) {
    expect(facts).toContain(fact);
  }
  expect(shown.getByRole('region', { name: 'Tokens' })).toHaveTextContent(
    'Input5,210of it read from cache4,096Output840of it reasoning120Total6,050',
  );
  expect(shown.getByRole('link', { name: 'Story: S-118' })).toHaveAttribute(
    'href',
    '/orgs/northwind-labs/analytics/tags/storyId/S-118',
  );
});

test('a call that was revised shows all that came of it', async () => {
  server.use(http.get(DETAILS, () => HttpResponse.json({ ...firstPage, logs: [revised] })));
  await renderApp(`${CALLS}&call=${revised.eventId}`);
  const shown = within(await panel());
  const table = within(await shown.findByRole('table', { name: 'Revisions' }));
  expect(table.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'RevisionInputOutputCost',
    '1Reported, counts5,210840$0.0172',
    '0Partly reported5,210310$0.009221',
  ]);
  expect(await accessibilityFaults()).toEqual([]);
});

test('a call of which one thing came shows no revisions', async () => {
  await renderApp(`${CALLS}&call=${implementer.eventId}`);
  const shown = within(await panel());
  expect(await shown.findByRole('table', { name: /Cost by component/ })).toBeVisible();
  expect(shown.queryByRole('region', { name: 'Revisions' })).toBeNull();
});

test('the panel goes to the next call and closes', async () => {
  const { router, user } = await renderApp(`${CALLS}&call=${implementer.eventId}`);
  await panel();
  expect(screen.getByRole('button', { name: 'Newer call' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Older call' }));
  expect(await screen.findByText('overloaded_error: the model is overloaded')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(router.state.location.search).not.toContain('call=');
});

test('a call that is listed under another name shows what was sent and what it is priced as', async () => {
  const sent = { ...implementer, provider: 'aws.bedrock', modelName: 'arn:aws:bedrock:…' };
  server.use(
    http.get(`http://ledger.test/orgs/:orgId/analytics/details`, () =>
      HttpResponse.json({ ...firstPage, logs: [{ ...sent, priceVersion: 'litellm:before@1' }] }),
    ),
  );
  await renderApp(`${CALLS}&call=${implementer.eventId}`);
  const shown = within(await panel());
  expect(
    await shown.findByText(/^Sent as aws.bedrock arn:aws:bedrock:…, priced as/),
  ).toHaveTextContent(
    /priced as Anthropic claude-sonnet-4-5\. List price.* Recorded with version litellm:before@1\.$/,
  );
});

test('what the org pays of a price is told with the rule it is from', async () => {
  const factor = {
    trait: 'priceFactor',
    value: 'anthropic/claude-*',
    factor: '0.88',
    rule: 'factor:northwind-labs:anthropic/claude-*@2026-02-01T00:00:00Z#4712',
  };
  const components = resolved.components.map((line) => ({ ...line, multipliers: [factor] }));
  server.use(http.post(RESOLVE, () => HttpResponse.json([{ ...resolved, components }])));
  await renderApp(`${CALLS}&call=${implementer.eventId}`);
  const lines = await within(await panel()).findByRole('table', { name: /Cost by component/ });
  expect(lines).toHaveTextContent(
    `× 0.88 by this organisation’s factor of anthropic/claude-* (${factor.rule})`,
  );
});

test('a call without a price says so and leads to where prices are set', async () => {
  server.use(http.post(RESOLVE, () => HttpResponse.json([withoutPrice])));
  await renderApp(`${CALLS}&call=${unpriced.eventId}`);
  const shown = within(await panel());
  expect(await shown.findByText(/It counts as 0 in every report/)).toBeVisible();
  expect(shown.getByText('Unknown')).toBeVisible();
  expect(shown.getByRole('link', { name: 'Go to the price' })).toHaveAttribute(
    'href',
    '/orgs/northwind-labs/prices/ollama/llama3.1%3A8b',
  );
});

test('a call that got a price since says what it makes', async () => {
  await renderApp(`${CALLS}&call=${unpriced.eventId}`);
  const shown = within(await panel());
  expect(await shown.findByText(/By now there is one, which makes it \$0\.0172/)).toBeVisible();
});

test('without the price book, what was recorded is still shown', async () => {
  server.use(http.post(RESOLVE, () => problem(503, 'unavailable', 'No database.'), { once: true }));
  const { user } = await renderApp(`${CALLS}&call=${implementer.eventId}`);
  const shown = within(await panel());
  expect(await shown.findByText('The cost components could not be loaded.')).toBeVisible();
  expect(shown.getByText('Exactly $0.0171708')).toBeVisible();
  await user.click(shown.getByRole('button', { name: 'Try again' }));
  expect(await shown.findByRole('table')).toBeVisible();
});

test('a link to a call that is on another page by now says so', async () => {
  await renderApp(`${CALLS}&call=gone`);
  expect(within(await panel()).getByText('Not on this page')).toBeVisible();
});
