import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { apiTokens } from '@/test/data/apiTokens';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const TOKENS = '/orgs/northwind-labs/api-tokens';
const API = `${ORIGIN}${TOKENS}`;

const open = async () => {
  const { user } = await renderApp(TOKENS);
  await screen.findByText('gateway');
  return user;
};

test('tokens are listed with their scopes, last use and expiry', async () => {
  await open();
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent(
    'gatewaytl_Qm3x…Send usage eventsMar 2, 2026, 10:15:00 AMJan 10, 2099tom.okafor, Jan 10, 2026',
  );
  expect(rows[1]).toHaveTextContent(
    'monthly reporttl_9aKd…Export callsRead analyticsNeverJan 8, 2026Expired',
  );
  expect(rows[2]).toHaveTextContent(
    'support bottl_Zc1p…Call modelsAs bot.supportteam=supportOnly gpt-5-mini, claude-haiku-4-5Through openaiNever',
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('a token is shown once, with a command to try it', async () => {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.post(API, async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      return HttpResponse.json({ token: 'tl_Zz9-secret', apiToken: apiTokens[0] }, { status: 201 });
    }),
  );
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Create token' }));
  const form = within(await screen.findByRole('dialog', { name: 'Create an API token' }));
  await user.click(form.getByRole('button', { name: 'Create token' }));
  expect(form.getByText('1 to 100 characters')).toBeVisible();
  expect(form.getByText('Choose at least one')).toBeVisible();
  expect(sent).toEqual([]);
  await user.type(form.getByLabelText(/Name/), 'gateway');
  await user.click(form.getByRole('checkbox', { name: 'Send usage events (events:write)' }));
  await user.click(form.getByRole('button', { name: 'Create token' }));

  const shown = within(await screen.findByRole('dialog', { name: 'Token gateway' }));
  expect(shown.getByText('tl_Zz9-secret')).toBeVisible();
  expect(shown.getByText(/^curl/)).toHaveTextContent(
    `curl -H 'Authorization: Bearer tl_Zz9-secret' \\ -H 'Content-Type: application/json' \\ -d '{"eventId":"first-event","orgId":"northwind-labs","provider":"openai","modelName":"gpt-4o","inputTokens":1200,"outputTokens":340}' \\ 'http://ingest.test/v1/events'`,
  );
  await user.click(shown.getByRole('button', { name: 'Copy token' }));
  expect(await shown.findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('tl_Zz9-secret');
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(shown.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.body).not.toHaveTextContent('tl_Zz9-secret');
  expect(sent).toMatchObject([{ name: 'gateway', scopes: ['events:write'] }]);
  const days = (Date.parse(String(sent[0]?.expiresAt)) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(90, 1);
});

test('a key of the gateway says whose its calls are and what they may go to', async () => {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.post(API, async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      return sent.length === 1
        ? problem(400, 'invalid_body', "Field 'upstreams' must be names of upstreams.")
        : HttpResponse.json({ token: 'tl_key', apiToken: apiTokens[2] }, { status: 201 });
    }),
  );
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Create token' }));
  const form = within(await screen.findByRole('dialog'));
  const fill = async (label: string | RegExp, text: string) => {
    await user.click(form.getByLabelText(label));
    await user.paste(text);
  };
  await fill(/Name/, 'support bot');
  expect(form.queryByLabelText('Models')).toBeNull();
  await user.click(form.getByRole('checkbox', { name: 'Call models (llm:call)' }));
  await fill('User', 'bot.support');
  await fill('Tags', 'team');
  await fill('Models', 'gpt-5-mini, claude-haiku-4-5');
  await fill('Upstreams', 'open ai');
  await user.click(form.getByRole('button', { name: 'Create token' }));
  expect(form.getByText('Pairs such as team=search, with commas between')).toBeVisible();
  expect(sent).toEqual([]);
  await fill('Tags', '=support');
  await user.click(form.getByRole('button', { name: 'Create token' }));
  expect(await form.findByText('Must be names of upstreams.')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(form.getByRole('button', { name: 'Create token' }));
  const shown = within(await screen.findByRole('dialog', { name: 'Token support bot' }));
  expect(shown.getByText(/^curl/)).toHaveTextContent(
    `-d '{"model":"gpt-5-mini","messages":[{"role":"user","content":"Hello"}]}' \\ 'http://gateway.test/v1/chat/completions'`,
  );
  expect(sent[0]).toMatchObject({
    scopes: ['llm:call'],
    userId: 'bot.support',
    tags: { team: 'support' },
    models: ['gpt-5-mini', 'claude-haiku-4-5'],
    upstreams: ['open ai'],
  });
});

test('an org that has all the tokens it may have is told', async () => {
  server.use(http.post(API, () => problem(409, 'conflict', 'The org has 100 tokens.')));
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Create token' }));
  const form = within(await screen.findByRole('dialog'));
  await user.type(form.getByLabelText(/Name/), 'one more');
  await user.click(form.getByRole('checkbox', { name: /prices:read/ }));
  await user.click(form.getByRole('button', { name: 'Create token' }));
  expect(await form.findByText('The org has 100 tokens.')).toBeVisible();
});

test('a token is revoked after a question', async () => {
  let left = apiTokens;
  server.use(
    http.get(API, () => HttpResponse.json({ apiTokens: left })),
    http.delete(`${API}/${apiTokens[0]?.tokenId ?? ''}`, () => {
      left = apiTokens.slice(1);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Revoke gateway' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Revoke gateway?' }));
  await user.click(dialog.getByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(screen.queryByText('gateway')).toBeNull());
});
