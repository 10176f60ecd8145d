import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { ORIGIN } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const LOG = '/orgs/northwind-labs/audit-log';

const entry = async (text: string) => (await screen.findByText(text)).closest('li');

test('who changed what is told with what it was before', async () => {
  await renderApp(LOG);
  const changed = await entry('Mar 1, 2026, 11:00:00 AM');
  expect(changed).toHaveTextContent('tom.okafor changed a member');
  expect(changed).toHaveTextContent('User IDpriya.raman');
  expect(changed).toHaveTextContent('Rolememberbecomesbilling');
  expect(changed).toHaveTextContent('E-mailnot setbecomespriya.raman@northwind.example');
  expect(changed).not.toHaveTextContent('Priya Raman');
  expect(await entry('Mar 2, 2026, 10:00:00 AM')).toHaveTextContent(
    'mara.lindqvist repriced recorded calls',
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('older entries come when asked for', async () => {
  const { user } = await renderApp(LOG);
  await screen.findByText('Mar 1, 2026, 11:00:00 AM');
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  const older = await entry('Oct 1, 2025, 10:00:00 AM');
  expect(older).toHaveTextContent('Retention in daysnot setbecomes365');
  expect(older).not.toHaveTextContent('Currency label');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('an action that is not known yet is told as it calls itself', async () => {
  const unknown = { id: 1, at: '2026-01-01T00:00:00Z', actor: 'root', action: 'org.frozen' };
  server.use(
    http.get(`${ORIGIN}${LOG}`, () =>
      HttpResponse.json({ entries: [{ ...unknown, detail: { until: 7 } }], nextCursor: null }),
    ),
  );
  await renderApp(LOG);
  expect(await entry('Jan 1, 2026, 1:00:00 AM')).toHaveTextContent('root org.frozen');
});

test('an org without changes says so', async () => {
  server.use(
    http.get(`${ORIGIN}${LOG}`, () => HttpResponse.json({ entries: [], nextCursor: null })),
  );
  await renderApp(LOG);
  expect(await screen.findByText('Nothing was changed yet')).toBeVisible();
});
