import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { moves, syncRun } from '@/test/data/lists';
import { superadmin } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const LISTS = '/orgs/northwind-labs/prices/lists';
const SYNC = 'http://pricing.test/v1/sync';

beforeEach(() => server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(superadmin))));

test('a price that waits is shown beside the one that holds', async () => {
  await renderApp(LISTS);
  const move = within(await screen.findByRole('table', { name: 'OpenRouter acme/dear' }));
  expect(move.getByRole('row', { name: 'Input $1.00 $10.00 ×10' })).toBeVisible();
  expect(move.getByRole('row', { name: 'Cache read — $0.50' })).toBeVisible();
  expect(move.queryByText('Output')).toBeNull();
  const other = within(screen.getByRole('table', { name: 'Groq llama-3.3-70b-versatile' }));
  expect(other.getByRole('row', { name: 'Input $0.59 $0.11 ×0.19' })).toBeVisible();
  expect(other.getByRole('row', { name: 'Output $0.79 $0.00' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

test.each([
  ['Approve', 'approve', 'Take over the new price of OpenRouter acme/dear?'],
  ['Reject', 'reject', 'Keep the price of OpenRouter acme/dear?'],
])('%s is asked for, with a note', async (button, verdict, question) => {
  const sent: unknown[] = [];
  let waiting = moves;
  server.use(
    http.get(`${SYNC}/quarantine`, () => HttpResponse.json({ moves: waiting, nextCursor: null })),
    http.post(`${SYNC}/quarantine/7/${verdict}`, async ({ request }) => {
      sent.push(await request.json());
      waiting = moves.slice(1);
      return HttpResponse.json({});
    }),
  );
  const { user } = await renderApp(LISTS);
  await screen.findByRole('table', { name: 'OpenRouter acme/dear' });
  const [first] = screen.getAllByRole('button', { name: button });
  await user.click(first as HTMLElement);
  const dialog = within(await screen.findByRole('dialog', { name: question }));
  await user.type(dialog.getByLabelText('Why'), 'Announced on 1 March.');
  await user.click(dialog.getByRole('button', { name: button }));
  await screen.findByRole('table', { name: 'Groq llama-3.3-70b-versatile' });
  await waitFor(() =>
    expect(screen.queryByRole('table', { name: 'OpenRouter acme/dear' })).toBeNull(),
  );
  expect(sent).toEqual([{ note: 'Announced on 1 March.' }]);
});

test('a price that cannot be believed says why', async () => {
  await renderApp(LISTS);
  expect(await screen.findByText(/^out_of_proportion: /)).toBeVisible();
  expect(screen.queryByText(/^large_move: /)).toBeNull();
});

test('a decision that somebody else made is told', async () => {
  const taken = 'Move 7 was approved by root at 2026-05-01T09:00:00Z.';
  server.use(http.post(`${SYNC}/quarantine/7/approve`, () => problem(409, 'conflict', taken)));
  const { user } = await renderApp(LISTS);
  await screen.findByRole('table', { name: 'OpenRouter acme/dear' });
  await user.click(screen.getAllByRole('button', { name: 'Approve' })[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Approve' }));
  expect(await dialog.findByText(taken)).toBeVisible();
});

test('runs say what they did, and why they failed', async () => {
  const { user } = await renderApp(LISTS);
  const runs = within(await screen.findByRole('table', { name: 'Synchronisation' }));
  expect(runs.getByText('Failed: the list did not arrive in time')).toBeVisible();
  await user.click(runs.getByRole('button', { name: 'Details of run 12' }));
  const run = within(await screen.findByRole('dialog', { name: 'Run 12 of OpenRouter list' }));
  expect(await run.findByText('Added (1)')).toBeVisible();
  expect(run.getByText('Input (Batch, above 200K)').closest('li')).toHaveTextContent(
    '$4.00becomes$3.00per 1M tokens',
  );
  expect(run.getByText('1: set by hand')).toBeVisible();
});

test('a list is checked before it is taken over', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post(`${SYNC}/openrouter`, async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ ...syncRun, dryRun: true });
    }),
  );
  const { user } = await renderApp(LISTS);
  await user.click(await screen.findByRole('button', { name: 'Check for changes' }));
  expect(await screen.findByRole('dialog', { name: 'Run 12 of OpenRouter list' })).toBeVisible();
  expect(asked).toEqual([{ dryRun: true }]);
});

test('a list that cannot be taken over says why', async () => {
  const why = 'Sync run 14 changed nothing (list_shrunk).';
  server.use(http.post(`${SYNC}/openrouter`, () => problem(502, 'bad_gateway', why)));
  const { user } = await renderApp(LISTS);
  await user.click(await screen.findByRole('button', { name: 'Take over now' }));
  expect(await screen.findByText(why)).toBeVisible();
});
