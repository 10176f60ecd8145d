import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { implementer, unpriced } from '@/test/data/calls';
import { member } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';
import { barsOf } from './measures';

const LIST = '/orgs/northwind-labs/conversations';

test('conversations with their tokens, completions and cost', async () => {
  const { router, user } = await renderApp(`${LIST}?period=7d`);
  const list = within(await screen.findByRole('list', { name: 'Conversations, newest first' }));
  const rows = list.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows.map((row) => row.replaceAll('\u202f', ' '))).toEqual([
    'conv-8812Last message Mar 2, 10:15 AM18K tokens3 completions$0.0523avg 2.89s',
    'support/2026 #7Last message Mar 1, 7:00 PM1.3M tokens1 completion$4.12avg —',
  ]);
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(list.getByRole('link', { name: 'support/2026 #7' }));
  expect(await screen.findByRole('heading', { name: 'support/2026 #7', level: 1 })).toBeVisible();
  expect(router.state.location.pathname).toBe(`${LIST}/support%2F2026%20%237`);
});

test('a conversation: totals, over time, and its calls', async () => {
  const asked: URLSearchParams[] = [];
  server.events.on('request:start', ({ request }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/details')) {
      asked.push(searchParams);
    }
  });
  const { user } = await renderApp(`${LIST}/conv-8812`);
  const figures = await screen.findByLabelText('Totals');
  await within(figures).findByText('$0.0523');
  expect(figures).toHaveTextContent(
    'Estimated cost$0.0523Tokens18KPrompt tokens15.6KCompletion tokens2.41KCompletions3Average latency2.89sp95 latency4s',
  );
  expect(await screen.findByRole('table', { name: 'Calls, newest first' })).toBeVisible();
  expect(
    await screen.findByRole('img', { name: /Cost of each of the newest 3 calls/ }),
  ).toBeVisible();
  expect(asked.every((query) => query.get('conversationId') === 'conv-8812')).toBe(true);
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(screen.getByRole('combobox', { name: 'Measure' }));
  await user.click(await screen.findByRole('option', { name: 'Tokens' }));
  expect(await screen.findByRole('img', { name: /Tokens of each/ })).toBeVisible();
});

test('bars are in the order of time, one for each call', () => {
  expect(barsOf([implementer, unpriced], 'tokens')).toMatchObject({
    starts: [unpriced.eventId, implementer.eventId],
    series: [
      { label: 'Input', values: [5210, 5210] },
      { label: 'Output', values: [840, 840] },
    ],
  });
});

test('a member sees the totals of an own conversation, not the single calls', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(member)));
  await renderApp(`${LIST}/conv-8812`);
  expect(await screen.findByText('18K')).toBeVisible();
  expect(screen.getByText(/The single calls are for those who may read/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Conversations' })).toBeVisible();
});

test('a conversation that is not there says so', async () => {
  server.use(
    http.get(`${ORIGIN}/conversations/:id/usage`, () => problem(404, 'not_found', 'None.')),
  );
  await renderApp(`${LIST}/nothing`);
  expect(await screen.findByText('There is no such conversation')).toBeVisible();
});

test('days without conversations say so', async () => {
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/conversations`, () =>
      HttpResponse.json({ conversations: [], total: 0, limit: 50, nextCursor: null }),
    ),
  );
  await renderApp(LIST);
  expect(await screen.findByText('No conversations in these days')).toBeVisible();
});
