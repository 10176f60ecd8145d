import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { fares } from '@/test/data/chat';
import { config, ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { scriptedGateway } from '@/test/scriptedGateway';
import { server } from '@/test/server';

const CHAT = '/orgs/northwind-labs/chat';
const THREAD = `${CHAT}/${fares.id}`;
const MODELS = 'http://gateway.test/conversations/models';
const MESSAGES = 'http://gateway.test/conversations/:id/messages';

let gateway: ReturnType<typeof scriptedGateway>;

beforeEach(() => {
  gateway = scriptedGateway();
  server.use(...gateway.handlers);
});

const field = () => screen.findByRole('textbox', { name: 'Message' });
async function ask(user: UserEvent, content: string) {
  await user.click(await field());
  await user.paste(content);
  await user.keyboard('{Enter}');
}

const log = () => screen.findByRole('log', { name: 'Messages' });
const chips = () => screen.findByRole('group', { name: 'What the conversation used so far' });
const session = () => screen.getByText('This session').parentElement;

test('a conversation begins with its first message, which names it', async () => {
  const { router, user } = await renderApp(CHAT);
  expect(await screen.findByRole('heading', { name: 'What would you like to ask?' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await ask(user, 'one two three');
  await waitFor(() => expect(router.state.location.pathname).toBe(`${CHAT}/made-1`));
  expect(await screen.findByRole('heading', { level: 1, name: /^one two three/ })).toBeVisible();
  await waitFor(async () =>
    expect(await chips()).toHaveTextContent('6 tokens1 completion$0.000009'),
  );
  const [question, answer] = within(await log()).getAllByRole('listitem');
  expect(question).toHaveTextContent('You: one two three');
  expect(answer).toHaveTextContent('echo-1one two three6 tokens$0.000009812ms');
  expect(session()).toHaveTextContent('This session: 6 tokens in 1 answer · $0.000009');
  expect(gateway.asked).toEqual([
    {
      path: '/conversations',
      body: {
        orgId: 'northwind-labs',
        title: 'one two three',
        model: 'echo-1',
        systemPrompt: null,
        temperature: null,
        topP: null,
      },
    },
    { path: '/conversations/made-1/messages', body: { content: 'one two three' } },
  ]);
  expect(await field()).toHaveFocus();
});

test('chips and session change after each completion', async () => {
  const { user } = await renderApp(THREAD);
  await waitFor(async () =>
    expect(await chips()).toHaveTextContent('8 tokens1 completion$0.000012'),
  );
  expect(session()).toHaveTextContent('nothing used yet');
  await ask(user, 'two words');
  await waitFor(async () =>
    expect(await chips()).toHaveTextContent('12 tokens2 completions$0.000018'),
  );
  await ask(user, 'one');
  await waitFor(async () =>
    expect(await chips()).toHaveTextContent('14 tokens3 completions$0.000021'),
  );
  expect(session()).toHaveTextContent('6 tokens in 2 answers · $0.000009');
  expect(await accessibilityFaults()).toEqual([]);
});

test('what is written is text, whatever it looks like', async () => {
  const { user } = await renderApp(THREAD);
  const html = '<img src=x onerror=alert(1)> **bold**';
  await ask(user, html);
  await waitFor(async () => expect((await log()).textContent.split(html)).toHaveLength(3));
  expect((await log()).querySelector('img')).toBeNull();
});

test('an answer that is stopped keeps what came', async () => {
  gateway.follow({ hangs: true });
  const { user } = await renderApp(THREAD);
  await ask(user, 'begun but not ended');
  const stop = await screen.findByRole('button', { name: 'Stop' });
  await waitFor(async () => expect((await log()).textContent).toMatch(/echo-1begun $/));
  expect(within(await log()).getByText('begun')).toHaveAttribute('aria-hidden');
  await user.click(stop);
  await waitFor(async () =>
    expect(
      within(await log())
        .getAllByRole('listitem')
        .at(-1),
    ).toHaveTextContent('echo-1begun Stopped here'),
  );
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  expect(session()).toHaveTextContent('tokens in 1 answer');
  await waitFor(() => expect(session()).toHaveTextContent('8 tokens in 1 answer · $0.000012'));
  gateway.follow({});
  await ask(user, 'one more');
  await waitFor(() => expect(session()).toHaveTextContent('12 tokens in 2 answers · $0.000018'));
});

test('a conversation can be kept as a file', async () => {
  let saved: Blob | undefined;
  let file = '';
  URL.createObjectURL = (blob) => {
    saved = blob as Blob;
    return 'blob:conversation';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    file = this.download;
  });
  const { user } = await renderApp(THREAD);
  await user.click(await screen.findByRole('button', { name: 'Download as a file' }));
  await waitFor(() => expect(file).toBe('Fares-to-Oslo.ndjson'));
  expect(saved?.type).toBe('application/x-ndjson');
  expect(saved?.size).toBeGreaterThan(500);
});

test('of an answer that breaks off, that is shown which the gateway has kept', async () => {
  gateway.follow({ breaksOff: true });
  const { user } = await renderApp(THREAD);
  await ask(user, 'begun but not ended');
  await waitFor(async () =>
    expect(
      within(await log())
        .getAllByRole('listitem')
        .at(-1),
    ).toHaveTextContent('echo-1begun but Stopped here'),
  );
});

test('what a provider refuses is said where the answer would be', async () => {
  gateway.follow({ fails: { status: 502, code: 'upstream_refused', detail: 'No such key.' } });
  const { user } = await renderApp(THREAD);
  await ask(user, 'hello');
  expect(await within(await log()).findByRole('alert')).toHaveTextContent('No such key.');
});

test('what the gateway does not take can be sent once more', async () => {
  const { user } = await renderApp(THREAD);
  server.use(
    http.post(MESSAGES, () => problem(422, 'unknown_model', 'No upstream takes gpt-9.'), {
      once: true,
    }),
  );
  await ask(user, 'hello again');
  const refusal = await within(await log()).findByRole('alert');
  expect(refusal).toHaveTextContent('No upstream takes gpt-9.');
  await user.click(within(refusal).getByRole('button', { name: 'Try again' }));
  await waitFor(async () =>
    expect(
      within(await log())
        .getAllByRole('listitem')
        .at(-1),
    ).toHaveTextContent('echo-1hello again'),
  );
  expect(within(await log()).queryByRole('alert')).toBeNull();
});

test('the title is edited in place: Enter saves, Escape does not', async () => {
  const { user } = await renderApp(THREAD);
  await user.click(await screen.findByRole('button', { name: 'Fares to Oslo, rename' }));
  await user.keyboard('Trains{Escape}');
  await user.click(screen.getByRole('button', { name: 'Fares to Oslo, rename' }));
  await user.keyboard('Trains to Oslo{Enter}');
  expect(screen.getByRole('button', { name: 'Trains to Oslo, rename' })).toHaveFocus();
  expect(await screen.findByRole('link', { name: /Trains to Oslo/ })).toBeVisible();
  expect(gateway.asked.map(({ body }) => body)).toEqual([{ title: 'Trains to Oslo' }]);
});

test('a drawer sets the model and how it is asked', async () => {
  const { user } = await renderApp(THREAD);
  await user.click(await screen.findByRole('button', { name: 'Model and settings: echo-1' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Model and settings' }));
  await user.clear(drawer.getByRole('combobox', { name: 'Model' }));
  await user.paste('echo-2');
  await user.click(drawer.getByRole('textbox', { name: 'System prompt' }));
  await user.paste('Be brief.');
  drawer.getByRole('slider', { name: 'Temperature' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(drawer.getByText('1.05')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Model and settings: echo-2' })).toBeVisible();
  expect(gateway.asked[0]?.body).toEqual({
    model: 'echo-2',
    systemPrompt: 'Be brief.',
    temperature: 1.05,
    topP: null,
  });
});

test('a conversation is deleted when that is confirmed', async () => {
  const { router, user } = await renderApp(THREAD);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete this conversation?' }));
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(CHAT));
  expect(await screen.findByText(/Nothing here yet/)).toBeVisible();
});

test('a conversation of others looks like one that does not exist', async () => {
  await renderApp(`${CHAT}/somebody-elses`);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'There is no such conversation',
  );
});

test('where the gateway keeps no conversations, the page says so and the menu leaves it out', async () => {
  server.use(http.get(MODELS, () => problem(404, 'not_found', 'Conversations are switched off.')));
  await renderApp(CHAT);
  expect(await screen.findByText('Conversations are switched off.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Chat' })).toBeNull());
});

test('without a gateway nothing is asked, and the menu leaves both pages out', async () => {
  server.use(
    http.get(`${ORIGIN}/app/config.json`, () => HttpResponse.json({ ...config, chat: false })),
    http.get(MODELS, () => {
      throw new Error('asked');
    }),
  );
  await renderApp(CHAT);
  expect(await screen.findByText('No gateway to chat through')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Chat' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Playground' })).toBeNull();
});

test('the short address leads to the pages of the first org', async () => {
  const { router } = await renderApp('/chat');
  await screen.findByRole('heading', { name: 'Chats' });
  expect(router.state.location.pathname).toBe(CHAT);
  await act(() => router.navigate('/playground?second=gpt-9'));
  expect(await screen.findByRole('combobox', { name: 'Second model' })).toHaveValue('gpt-9');
});
