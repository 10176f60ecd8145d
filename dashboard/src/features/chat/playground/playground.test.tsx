import { screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { reply } from '@/test/data/chat';
import { problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { scriptedGateway } from '@/test/scriptedGateway';
import { server } from '@/test/server';
import { better } from './compared';

const PLAYGROUND = '/orgs/northwind-labs/playground';

let gateway: ReturnType<typeof scriptedGateway>;

beforeEach(() => {
  gateway = scriptedGateway();
  server.use(...gateway.handlers);
});

const figures = (model: string) => screen.findByLabelText(`Figures of ${model}`);

async function run(path = PLAYGROUND) {
  const rendered = await renderApp(path);
  await rendered.user.click(await screen.findByRole('textbox', { name: 'Prompt' }));
  await rendered.user.paste('one two');
  await rendered.user.click(screen.getByRole('button', { name: 'Run' }));
  return rendered;
}

test('one prompt to two models, side by side', async () => {
  await run();
  for (const model of ['echo-1', 'echo-2']) {
    await waitFor(async () =>
      expect(await figures(model)).toHaveTextContent(
        'Prompt tokens2Completion tokens2Cost$0.000006First token95msWhole answer812ms',
      ),
    );
    expect(screen.getByRole('log', { name: `Answer of ${model}` })).toHaveTextContent('one two');
  }
  expect(gateway.asked.map(({ path, body }) => [path, body.model, body.content])).toEqual([
    ['/playground', 'echo-1', 'one two'],
    ['/playground', 'echo-2', 'one two'],
  ]);
  expect(screen.getByText('This session').parentElement).toHaveTextContent(
    '8 tokens in 2 answers · $0.000012',
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('models are in the address', async () => {
  const { router, user } = await run(`${PLAYGROUND}?second=gpt-9`);
  expect(await figures('gpt-9')).toBeVisible();
  const first = screen.getByRole('combobox', { name: 'First model' });
  await user.clear(first);
  await user.type(first, 'x-1');
  expect(router.state.location.search).toBe('?second=gpt-9&first=x-1');
});

test('what one model refuses does not keep the other from answering', async () => {
  server.use(
    http.post('http://gateway.test/playground', async ({ request }) => {
      const { model } = (await request.clone().json()) as { model: string };
      return model === 'echo-2'
        ? problem(422, 'unknown_model', 'No upstream takes echo-2.')
        : undefined;
    }),
  );
  await run();
  expect(await screen.findByRole('alert')).toHaveTextContent('No upstream takes echo-2.');
  await waitFor(async () => expect(await figures('echo-1')).toHaveTextContent('$0.000006'));
});

test('both are stopped at once', async () => {
  gateway.follow({ hangs: true });
  const { user } = await run();
  await waitFor(() =>
    expect(screen.getByRole('log', { name: 'Answer of echo-2' })).toHaveTextContent('one'),
  );
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findAllByText('Stopped here')).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Run' })).toBeEnabled();
});

test('what is cheaper is told exactly, and only of what has a price', () => {
  const costing = (costUsd: string | null) => ({
    ...reply,
    usage: reply.usage && { ...reply.usage, costUsd },
  });
  expect(better(costing('0.000000001'), costing('0.000000002')).cheaper).toBe(true);
  expect(better(costing('0.30'), costing('0.300000000')).cheaper).toBe(false);
  expect(better(costing(null), costing('1')).cheaper).toBe(false);
  expect(better(reply, { ...reply, durationMs: 813 })).toEqual({ cheaper: false, faster: true });
  expect(better(reply, undefined)).toEqual({ cheaper: false, faster: false });
});
