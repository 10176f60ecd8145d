import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { config, ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const notSignedIn = () =>
  server.use(http.post(`${ORIGIN}/auth/session`, () => new HttpResponse(null, { status: 204 })));

test('a page that is loaded again stays signed in, by the cookie', async () => {
  const { router, store } = await renderApp('/');
  await screen.findByRole('heading', { name: 'Usage & cost' });
  expect(router.state.location.pathname).toBe('/orgs/northwind-labs/analytics');
  expect(store.credentials.token()).toBe('jwt-of-mara');
  expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('jwt-of-mara');
});

test('signing in leads to the page that was asked for, with its filters', async () => {
  notSignedIn();
  const { router, user } = await renderApp('/orgs/quill-legal/analytics?period=7d');
  await user.type(await screen.findByLabelText(/User/), 'mara.lindqvist');
  await user.type(screen.getByLabelText(/Password/), 'demo');
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { name: 'Usage & cost' });
  expect(router.state.location).toMatchObject({
    pathname: '/orgs/quill-legal/analytics',
    search: '?period=7d',
  });
});

test('a cookie of a session that is over leads to the sign-in page', async () => {
  server.use(
    http.post(`${ORIGIN}/auth/session`, () => problem(401, 'unauthenticated', 'Sign in.')),
  );
  const { router, store } = await renderApp('/orgs/quill-legal/analytics');
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(store.credentials.token()).toBeUndefined();
});

test('a demo user is signed in by one click', async () => {
  notSignedIn();
  const sent: unknown[] = [];
  server.use(
    http.post(`${ORIGIN}/auth/login`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ token: 't', expiresAt: '2026-03-02T18:00:00Z' });
    }),
  );
  const { user } = await renderApp('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'ines.moreau' }));
  await screen.findByRole('heading', { name: 'Usage & cost' });
  expect(sent).toEqual([{ user: 'ines.moreau', password: 'demo' }]);
});

test.each([
  [401, 'User and password do not match.'],
  [429, 'Too many wrong passwords. Try again in 15 minutes.'],
])('a sign-in answered with %d says why', async (status, message) => {
  notSignedIn();
  server.use(http.post(`${ORIGIN}/auth/login`, () => problem(status, 'refused', 'No.')));
  const { user } = await renderApp('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'mara.lindqvist' }));
  expect(await screen.findByText(message)).toBeVisible();
});

test('a token that is refused leads to the sign-in page and back', async () => {
  const { router, user } = await renderApp('/orgs/northwind-labs/analytics?feature=chat');
  await screen.findByRole('heading', { name: 'Usage & cost' });
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, () =>
      problem(401, 'unauthenticated', 'The token has expired.'),
    ),
  );
  await user.click(screen.getByRole('button', { name: '7 days' }));
  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
  server.resetHandlers();
  await user.click(screen.getByRole('button', { name: 'mara.lindqvist' }));
  await screen.findByRole('heading', { name: 'Usage & cost' });
  expect(router.state.location.search).toBe('?feature=chat&period=7d');
});

test('signing out ends the cookie and shows nothing any more', async () => {
  const calls: string[] = [];
  server.use(
    http.post(`${ORIGIN}/auth/logout`, () => {
      calls.push('logout');
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, store } = await renderApp('/');
  await user.click(await screen.findByRole('button', { name: 'Account' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  expect(calls).toEqual(['logout']);
  expect(store.credentials.token()).toBeUndefined();
});

test('without a way to sign in, the reader brings a token', async () => {
  server.use(
    http.get(`${ORIGIN}/app/config.json`, () => HttpResponse.json({ ...config, signIn: 'none' })),
  );
  const { user, store } = await renderApp('/sign-in');
  await user.type(await screen.findByLabelText(/Bearer token/), ' abc ');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { name: 'Usage & cost' });
  expect(store.credentials.token()).toBe('abc');
});
