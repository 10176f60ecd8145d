import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { firstPage } from '@/test/data/calls';
import { member } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const CALLS = '/orgs/northwind-labs/calls';
const DAYS = 'period=custom&from=2026-02-01&to=2026-03-02';

/** What details was asked for, in order. */
let asked: URLSearchParams[];

beforeEach(() => {
  asked = [];
  server.events.removeAllListeners();
  server.events.on('request:start', ({ request }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/details')) {
      asked.push(searchParams);
    }
  });
});

const table = () => screen.findByRole('table', { name: 'Calls, newest first' });

async function cells() {
  const [, ...rows] = within(await table()).getAllByRole('row');
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent.replaceAll('\u202f', ' ')),
  );
}

const lastAsked = () => Object.fromEntries(asked.at(-1) ?? []);

test('calls as they were recorded, in the time zone of the org', async () => {
  await renderApp(`${CALLS}?${DAYS}`);
  const none = '—';
  expect(await cells()).toEqual([
    [
      ...['Mar 2, 10:15:21 AM', 'Anthropic', 'claude-sonnet-4-5', 'agent.implementer'],
      ...['5,210', '4,096', '840', '$0.0172', '3.12s', 'Success', 'conv-8812'],
    ],
    [
      ...['Mar 2, 10:14:02 AM', 'OpenAI', 'gpt-4o', none],
      ...['5,210', '4,096', '0', '$0.007905', none, 'Failed', 'conv-8812'],
    ],
    [
      ...['Mar 2, 10:10:00 AM', 'Ollama', 'llama3.1:8b', 'agent.implementer'],
      ...['5,210', '4,096', '840', 'Unpriced', '3.12s', 'Success', none],
    ],
  ]);
  expect(screen.getByText('1–3 of 120')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

test('every filter of the address goes to the API', async () => {
  const more =
    'feature=tools&provider=anthropic&modelName=claude-sonnet-4-5&activity=agent.implementer&userId=mara.lindqvist&success=false&conversationId=conv-8812';
  await renderApp(`${CALLS}?${DAYS}&tz=Asia/Tokyo&${more}`);
  await table();
  expect(lastAsked()).toEqual({
    from: '2026-02-01',
    to: '2026-03-02',
    tz: 'Asia/Tokyo',
    ...Object.fromEntries(new URLSearchParams(more)),
  });
  expect(screen.getByRole('combobox', { name: 'Model' })).toHaveValue('claude-sonnet-4-5');
  expect(screen.getByRole('combobox', { name: 'Provider' })).toHaveValue('Anthropic');
  expect(screen.getByRole('button', { name: 'Failed' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('button', { name: 'More filters (6)' })).toBeVisible();
});

test('a filter that is chosen is in the address, begins with the newest page, and can be cleared', async () => {
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/breakdown`, ({ request }) => {
      const by = new URL(request.url).searchParams.get('by');
      return HttpResponse.json({ by, rows: [{ key: 'agent.reviewer' }, { key: null }] });
    }),
    http.get(`${ORIGIN}/orgs/:orgId/analytics/details`, ({ request }) =>
      new URL(request.url).searchParams.has('activity')
        ? HttpResponse.json({ logs: [], total: 0, limit: 50, nextCursor: null })
        : HttpResponse.json(firstPage),
    ),
  );
  const { router, user } = await renderApp(`${CALLS}?${DAYS}&cursor=x`);
  await table();
  await user.click(screen.getByRole('combobox', { name: 'Activity' }));
  await user.click(await screen.findByRole('option', { name: 'agent.reviewer' }));
  expect(await screen.findByText('No calls match')).toBeVisible();
  expect(router.state.location.search).toBe(`?${DAYS}&activity=agent.reviewer`);
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  await table();
  expect(router.state.location.search).toBe(`?${DAYS}`);
});

test('an id that is pasted filters when it is complete', async () => {
  const { router, user } = await renderApp(`${CALLS}?${DAYS}`);
  await table();
  await user.type(screen.getByRole('searchbox', { name: 'Conversation' }), ' conv-1{Enter}');
  expect(router.state.location.search).toBe(`?${DAYS}&conversationId=conv-1`);
  await waitFor(() => expect(lastAsked()).toMatchObject({ conversationId: 'conv-1' }));
});

test('older and newer pages go by the cursor', async () => {
  const { router, user } = await renderApp(`${CALLS}?${DAYS}`);
  await table();
  expect(screen.getByRole('button', { name: 'Newer' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Older' }));
  expect(await screen.findByText('51–51 of 120')).toBeVisible();
  expect(router.state.location.search).toBe(`?${DAYS}&cursor=AAZM-second`);
  expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Newer' }));
  expect(await screen.findByText('1–3 of 120')).toBeVisible();
  expect(router.state.location.search).toBe(`?${DAYS}`);
});

test('a link to an older page leads to it, and from there to the newest', async () => {
  const { user } = await renderApp(`${CALLS}?${DAYS}&cursor=AAZM-second`);
  expect(await screen.findByText('1 of 120')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Newer' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Newest' }));
  expect(await screen.findByText('1–3 of 120')).toBeVisible();
});

test('columns are chosen and remembered', async () => {
  const { user } = await renderApp(`${CALLS}?${DAYS}`);
  await table();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Reasoning' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Provider' }));
  // A menu lies beside the landmarks of the page, above them.
  const faults = await accessibilityFaults();
  expect(faults.filter((fault) => !fault.startsWith('region:'))).toEqual([]);
  await user.keyboard('{Escape}');
  const headings = within(await table())
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(headings).toContain('Reasoning');
  expect(headings).not.toContain('Provider');
  expect(localStorage.getItem('tokenledger.calls.columns')).toBe(
    'time,model,activity,input,cacheRead,output,reasoning,cost,latency,status,conversation',
  );
});

test('a failure is told, and asked again', async () => {
  server.use(
    http.get(
      `${ORIGIN}/orgs/:orgId/analytics/details`,
      () => problem(504, 'timed_out', 'The report takes too long.'),
      { once: true },
    ),
  );
  const { user } = await renderApp(`${CALLS}?${DAYS}`);
  expect(await screen.findByText(/The report takes too long/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await table();
});

test('members are not shown the log', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(member)));
  await renderApp(CALLS);
  expect(await screen.findByRole('heading', { name: 'Not for you to see' })).toBeVisible();
});
