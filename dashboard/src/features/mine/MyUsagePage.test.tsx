import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { member } from '@/test/data/me';
import { ownUsage } from '@/test/data/ownUsage';
import { totals } from '@/test/data/totals';
import { ORIGIN } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { rowsOf } from '@/test/rowsOf';
import { server } from '@/test/server';

test('own costs by model and by org, added up exactly', async () => {
  await renderApp('/me?period=custom&from=2026-03-01&to=2026-03-02');
  expect(await rowsOf('By model')).toEqual([
    ['claude-sonnet-4-5', '$12.30', '97.3%', '40', '197K'],
    ['gpt-4o', '$0.35', '2.7%', '20', '98.6K'],
  ]);
  expect(screen.getByTitle('$0.345678901')).toHaveAttribute('value', '0.345678901');
  const orgs = within(screen.getByRole('region', { name: 'By organisation' }));
  expect(orgs.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Northwind Labs$12.40',
    'Quill Legal$0.25',
  ]);
  expect(screen.getByText('Error rate').nextSibling).toHaveTextContent('5%');
  expect(await accessibilityFaults()).toEqual([]);
});

test('is the first page of a member', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(member)));
  const { router } = await renderApp('/');
  expect(await screen.findByRole('heading', { name: 'My usage' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/me');
});

test('days are those of UTC, as this report knows no others', async () => {
  const asked: string[] = [];
  server.use(
    http.get(`${ORIGIN}/me/usage`, ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ ...ownUsage, totals: totals('0', 0), usage: [] });
    }),
  );
  await renderApp('/me?period=custom&from=2026-03-01&to=2026-03-02&tz=Asia/Tokyo');
  expect(await screen.findByText('You made no calls in this period')).toBeVisible();
  expect(asked).toEqual(['?from=2026-03-01&to=2026-03-02']);
});
