import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

test('the six figures, each against the previous period', async () => {
  await renderApp('/orgs/northwind-labs/analytics');
  const shown = async (name: string) => {
    const section = await screen.findByRole('region', { name });
    await within(section).findByText(/compared with the previous period/);
    return within(section);
  };
  for (const [name, value, change] of [
    ['Estimated cost', '$1,284.30', '+17%'],
    ['Requests', '48.2K', '+6.9%'],
    ['Input tokens', '232M', '0%'],
    ['Output tokens', '35.1M', '+10.8%'],
    ['Average latency', '2.14s', '-10.5%'],
    ['Error rate', '1.3%', '-27.8%'],
  ] as const) {
    const figures = await shown(name);
    expect(figures.getByText(value)).toBeVisible();
    expect(figures.getByText(change)).toBeVisible();
  }
  const input = await shown('Input tokens');
  expect(input.getByText(/37% cached · saved/)).toHaveTextContent('$269.70');
  const cost = await shown('Estimated cost');
  expect(cost.getByTitle('$1,284.30192745')).toHaveAttribute('value', '1284.301927450');
});

test('asks for the days, zone and feature of the address', async () => {
  const asked: string[] = [];
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, ({ request }) => {
      asked.push(new URL(request.url).search);
      return problem(504, 'timed_out', 'The report takes too long.');
    }),
  );
  await renderApp(
    '/orgs/northwind-labs/analytics?period=custom&from=2026-02-01&to=2026-03-02&feature=chat&tz=Asia/Tokyo',
  );
  await screen.findByRole('region', { name: 'Estimated cost' });
  expect(asked).toEqual([
    '?period=custom&from=2026-02-01&to=2026-03-02&tz=Asia%2FTokyo&feature=chat',
  ]);
});
