import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { renderApp } from '@/test/renderApp';
import { rowsOf } from '@/test/rowsOf';

test('from the top tags to what one was spent on, and back, with the filters', async () => {
  const { router, user } = await renderApp('/orgs/northwind-labs/analytics?period=7d');
  const tags = within(await screen.findByRole('region', { name: 'Top tags' }));
  expect((await tags.findAllByRole('listitem'))[0]).toHaveTextContent('S-118Story$117.13');
  await user.click(tags.getByRole('link', { name: 'S-118' }));
  expect(await screen.findByRole('heading', { name: 'Story S-118' })).toBeVisible();
  expect(router.state.location.search).toBe('?period=7d');
  await user.click(screen.getByRole('link', { name: 'Usage & cost', current: false }));
  expect(router.state.location.pathname).toBe('/orgs/northwind-labs/analytics');
});

test('totals, phases, agents and calls', async () => {
  await renderApp('/orgs/northwind-labs/analytics/tags/storyId/S-118?tz=Asia/Tokyo');
  expect(await rowsOf('Cost by agent')).toEqual([
    ['agent.implementer', 'claude-sonnet-4-5', '$87.85', '75%', '903', '4.45M'],
    ['Not given', 'gpt-4o', '$29.28', '25%', '301', '1.48M'],
  ]);
  expect(screen.getByText('Estimated cost').nextSibling).toHaveTextContent('$117.13');
  const phases = within(screen.getByRole('region', { name: 'Cost by phase' }));
  expect(phases.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'implement$87.85',
    'Not given$29.28',
  ]);
  const calls = await rowsOf('Latest calls');
  expect(calls[0]?.slice(1)).toEqual([
    'claude-sonnet-4-5',
    'agent.implementer',
    'implement',
    '6.05K',
    '$0.0172',
    '—',
    'Failed',
  ]);
  expect(calls[0]?.[0]?.replaceAll('\u202f', ' ')).toBe('Mar 2, 2026, 6:15:21 PM');
  expect(calls[1]?.[5]).toBe('No price');
  expect(await accessibilityFaults()).toEqual([]);
});
