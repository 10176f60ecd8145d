import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { member } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const signedInAs = (who: object) =>
  server.use(http.get(`${ORIGIN}/me`, () => HttpResponse.json(who)));

const heading = () => screen.findByRole('heading', { level: 1 });

test('another org is one choice away, the filters stay', async () => {
  const { router, user } = await renderApp('/orgs/northwind-labs/analytics?period=7d');
  await heading();
  await user.click(await screen.findByRole('combobox', { name: 'Organisation' }));
  await user.click(await screen.findByRole('option', { name: 'Quill Legal' }));
  expect(router.state.location.pathname).toBe('/orgs/quill-legal/analytics');
  expect(router.state.location.search).toBe('?period=7d');
});

test('a member is not offered what is not theirs, and is told so when going there', async () => {
  signedInAs(member);
  await renderApp('/orgs/northwind-labs/analytics');
  expect(await heading()).toHaveTextContent('Not for you to see');
  const navigation = screen.getByRole('navigation');
  expect(within(navigation).queryByRole('link', { name: 'Usage & cost' })).toBeNull();
});

test('an org of others looks like one that does not exist', async () => {
  await renderApp('/orgs/somebody-elses/analytics');
  expect(await heading()).toHaveTextContent('Not for you to see');
});

test('the address of an org leads to its first page', async () => {
  const { router } = await renderApp('/orgs/northwind-labs');
  await heading();
  expect(router.state.location.pathname).toBe('/orgs/northwind-labs/analytics');
});

test('an address that is no page says so', async () => {
  await renderApp('/nowhere');
  expect(await heading()).toHaveTextContent('There is no such page');
});

test('when nobody says who is signed in, the reader may try again', async () => {
  server.use(http.get(`${ORIGIN}/me`, () => problem(503, 'unavailable', 'No database.')));
  await renderApp('/');
  expect(await screen.findByText('No database. (Code: unavailable)')).toBeVisible();
});

test('the appearance is chosen and kept', async () => {
  const { user } = await renderApp('/');
  await heading();
  await user.click(screen.getByRole('button', { name: 'Appearance' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Dark' }));
  expect(document.documentElement).toHaveAttribute('data-dark');
});

test('the frame has no accessibility faults, and a way past the navigation', async () => {
  await renderApp('/nowhere');
  await heading();
  expect(await accessibilityFaults()).toEqual([]);
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#main');
});
