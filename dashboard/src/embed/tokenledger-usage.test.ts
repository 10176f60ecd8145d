import { waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { conversation } from '@/test/data/conversations';
import { problem } from '@/test/handlers';
import { server } from '@/test/server';
import './index';
import type { TokenledgerUsage } from './TokenledgerUsage';

const API = 'http://ledger.example';
const USAGE = `${API}/conversations/:id/usage`;

let asked: { id: unknown; authorisation: string | null }[];

beforeEach(() => {
  asked = [];
  server.use(
    http.get(USAGE, ({ request, params: { id } }) => {
      asked.push({ id, authorisation: request.headers.get('Authorization') });
      return HttpResponse.json({ ...conversation, conversationId: id });
    }),
  );
});
afterEach(() => document.body.replaceChildren());

function place(conversationId = 'conv-8812'): TokenledgerUsage {
  const element = document.createElement('tokenledger-usage');
  element.setAttribute('api', `${API}/`);
  element.setAttribute('conversation', conversationId);
  document.body.append(element);
  return element;
}

const inside = ({ shadowRoot }: TokenledgerUsage) =>
  within(shadowRoot?.firstElementChild as HTMLElement);

/** Holds an answer back until it is opened. */
function gate() {
  let open = () => undefined as unknown;
  const passed = new Promise((resolve) => {
    open = () => resolve(undefined);
  });
  return { open: () => open(), passed };
}

/** Of the next event of the kind. */
const told = (element: Element, type: string) =>
  new Promise((resolve) => {
    const listener = (event: Event) => resolve((event as CustomEvent).detail);
    element.addEventListener(type, listener, { once: true });
  });

test('tokens, completions and cost, as chips', async () => {
  const element = place('support/7');
  element.token = 'secret';
  await expect(told(document.body, 'tokenledger-usage-load')).resolves.toMatchObject({
    conversationId: 'support/7',
    completions: 3,
  });
  expect(inside(element).getByTitle('15,630 prompt, 2,410 completion')).toHaveTextContent(
    '18K tokens',
  );
  expect(inside(element).getByText('3 completions')).toBeVisible();
  expect(inside(element).getByTitle('$0.05231')).toHaveTextContent('$0.0523 estimated cost');
  expect(asked).toEqual([{ id: 'support/7', authorisation: 'Bearer secret' }]);
  expect(element.shadowRoot?.firstElementChild).toHaveAttribute(
    'aria-label',
    'Usage of conversation support/7',
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('the token is nowhere in the page', async () => {
  const element = place();
  element.token = 'secret';
  await told(element, 'tokenledger-usage-load');
  expect(document.documentElement.outerHTML).not.toContain('secret');
  expect(element.shadowRoot?.innerHTML).not.toContain('secret');
});

test('without a token nothing is asked', async () => {
  const element = place();
  expect(await inside(element).findByText('Usage is shown after sign-in')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a token is fetched anew for each request', async () => {
  const element = place();
  let tokens = 0;
  element.getToken = () => Promise.resolve(`t${++tokens}`);
  await told(element, 'tokenledger-usage-load');
  await expect(element.refresh()).resolves.toMatchObject({ completions: 3 });
  expect(asked.map(({ authorisation }) => authorisation)).toEqual(['Bearer t1', 'Bearer t2']);
});

test('properties that were set before the script came count', async () => {
  const element = document.createElement('tokenledger-usage');
  Object.defineProperty(element, 'token', { value: 'early', configurable: true, writable: true });
  element.setAttribute('api', API);
  element.setAttribute('conversation', 'conv-1');
  document.body.append(element);
  await told(element, 'tokenledger-usage-load');
  expect(asked).toEqual([{ id: 'conv-1', authorisation: 'Bearer early' }]);
});

test('another conversation is asked for at once; an answer that comes late is dropped', async () => {
  const element = place('slow');
  const loaded = vi.fn();
  element.addEventListener('tokenledger-usage-load', loaded);
  const slow = gate();
  server.use(
    http.get(`${API}/conversations/slow/usage`, async () => {
      await slow.passed;
      return HttpResponse.json({ ...conversation, completions: 99 });
    }),
  );
  element.token = 't';
  expect(await inside(element).findByText('Loading usage …')).toBeInTheDocument();
  element.setAttribute('conversation', 'quick');
  expect(await inside(element).findByText('3 completions')).toBeVisible();
  slow.open();
  await element.refresh();
  expect(inside(element).queryByText('99 completions')).toBeNull();
  expect(asked.map(({ id }) => id)).toEqual(['quick', 'quick']);
  expect(loaded).toHaveBeenCalledTimes(2);
});

test('a conversation without calls has no usage yet', async () => {
  server.use(http.get(USAGE, () => problem(404, 'not_found', 'None.')));
  const element = place();
  element.token = 't';
  await expect(told(element, 'tokenledger-usage-load')).resolves.toBeNull();
  expect(inside(element).getByText('No usage yet')).toBeVisible();
});

test('a failure is told, and tried again by a button', async () => {
  server.use(http.get(USAGE, () => problem(503, 'unavailable', 'No database.'), { once: true }));
  const element = place();
  element.token = 't';
  await expect(told(element, 'tokenledger-usage-error')).resolves.toEqual({
    status: 503,
    code: 'unavailable',
    message: 'No database.',
  });
  expect(inside(element).getByText('Usage could not be loaded')).toBeVisible();
  await userEvent.click(inside(element).getByRole('button', { name: 'Try again' }));
  expect(await inside(element).findByText('3 completions')).toBeVisible();
});

test('a token that is refused asks to sign in', async () => {
  server.use(http.get(USAGE, () => problem(401, 'unauthenticated', 'No valid bearer token.')));
  const element = place();
  element.token = 'old';
  expect(await inside(element).findByText('Sign in again to see the usage')).toBeVisible();
});

test('old figures stay while new ones are fetched', async () => {
  const element = place();
  element.token = 't';
  await told(element, 'tokenledger-usage-load');
  const slow = gate();
  server.use(
    http.get(USAGE, async () => {
      await slow.passed;
      return HttpResponse.json({ ...conversation, completions: 4 });
    }),
  );
  const refreshed = element.refresh();
  await waitFor(() =>
    expect(element.shadowRoot?.firstElementChild).toHaveAttribute('aria-busy', 'true'),
  );
  expect(inside(element).getByText('3 completions')).toBeVisible();
  slow.open();
  await refreshed;
  expect(element.shadowRoot?.firstElementChild).toHaveAttribute('aria-busy', 'false');
  expect(inside(element).getByText('4 completions')).toBeVisible();
});
