import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { firstPage } from '@/test/data/calls';
import { quill } from '@/test/data/me';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';
import { formatBytes } from './bytes';
import { largeSize } from './formats';

const CALLS = '/orgs/northwind-labs/calls?period=custom&from=2026-02-01&to=2026-03-02';
const EXPORT = `${ORIGIN}/orgs/:orgId/analytics/export`;
const FILE = 'eventId,occurredAt\r\n0198,2026-03-02T09:15:21.412Z\r\n';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, 'showSaveFilePicker');
});

async function openDialog(path: string) {
  const app = await renderApp(path);
  await app.user.click(await screen.findByRole('button', { name: 'Export' }));
  return { ...app, dialog: within(await screen.findByRole('dialog', { name: 'Export usage' })) };
}

test('a file is streamed to where the reader wants it, with the filters exports know', async () => {
  const written: string[] = [];
  let name = '';
  let asked: URLSearchParams | undefined;
  let authorised: string | null = null;
  Object.assign(window, {
    showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => {
      name = suggestedName;
      const stream = new WritableStream<Uint8Array>({
        write: (part) => void written.push(new TextDecoder().decode(part)),
      });
      return Promise.resolve({ createWritable: () => Promise.resolve(stream) });
    },
  });
  server.use(
    http.get(EXPORT, ({ request }) => {
      asked = new URL(request.url).searchParams;
      authorised = request.headers.get('Authorization');
      return HttpResponse.text(FILE);
    }),
  );
  const { user, dialog } = await openDialog(
    `${CALLS}&provider=anthropic&activity=agent.implementer&userId=mara.lindqvist`,
  );
  expect(dialog.getByText(/Northwind Labs, Feb 1 – Mar 2, 2026 · Anthropic/)).toBeVisible();
  expect(dialog.getByText(/not filtered by Activity and User/)).toBeVisible();
  expect(await dialog.findByText('120 calls.')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(dialog.getByRole('radio', { name: /NDJSON/ }));
  await user.click(dialog.getByRole('button', { name: 'Download' }));
  expect(await dialog.findByText(/ndjson is saved \(51 byte\)/)).toBeVisible();
  expect(name).toBe('tokenledger-northwind-labs-2026-02-01-2026-03-02.ndjson');
  expect(written.join('')).toBe(FILE);
  expect(authorised).toBe('Bearer jwt-of-mara');
  expect(Object.fromEntries(asked ?? [])).toEqual({
    format: 'ndjson',
    from: '2026-02-01',
    to: '2026-03-02',
    tz: 'Europe/Berlin',
    provider: 'anthropic',
  });
});

test('without a file picker it is a download', async () => {
  let saved: Blob | undefined;
  let file = '';
  URL.createObjectURL = (blob) => {
    saved = blob as Blob;
    return 'blob:export';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    file = this.download;
  });
  server.use(http.get(EXPORT, () => HttpResponse.text(FILE)));
  const { user, dialog } = await openDialog(CALLS);
  await user.click(dialog.getByRole('button', { name: 'Download' }));
  expect(await dialog.findByText(/is saved/)).toBeVisible();
  expect(file).toBe('tokenledger-northwind-labs-2026-02-01-2026-03-02.csv');
  expect([saved?.size, saved?.type]).toEqual([51, 'text/csv']);
});

test('an export that breaks off leaves nothing behind', async () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click');
  const broken = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('eventId'));
        controller.error(new TypeError('terminated'));
      },
    });
  server.use(http.get(EXPORT, () => new HttpResponse(broken())));
  const { user, dialog } = await openDialog(CALLS);
  await user.click(dialog.getByRole('button', { name: 'Download' }));
  expect(await dialog.findByText(/The export broke off/)).toBeVisible();
  expect(clicked).not.toHaveBeenCalled();
});

test('a refusal is told in the words of the service', async () => {
  server.use(http.get(EXPORT, () => problem(503, 'unavailable', 'Too many exports run.')));
  const { user, dialog } = await openDialog(CALLS);
  await user.click(dialog.getByRole('button', { name: 'Download' }));
  expect(await dialog.findByText('Too many exports run.')).toBeVisible();
});

test('a large file is announced', async () => {
  server.use(
    http.get(`${ORIGIN}/orgs/:orgId/analytics/details`, () =>
      HttpResponse.json({ ...firstPage, total: 2_400_000 }),
    ),
  );
  const { user, dialog } = await openDialog(CALLS);
  expect(await dialog.findByText(/2,400,000 calls, about 768 MB/)).toBeVisible();
  await user.click(dialog.getByRole('radio', { name: /FOCUS/ }));
  expect(dialog.queryByText(/about/)).toBeNull();
});

test('who may not export is not offered to', async () => {
  const reader = { ...quill, permissions: ['org:read', 'org:analytics:read'] };
  server.use(
    http.get(`${ORIGIN}/me`, () =>
      HttpResponse.json({ userId: 'x', name: null, superadmin: false, orgs: [reader] }),
    ),
  );
  await renderApp('/orgs/quill-legal/calls');
  await screen.findByRole('button', { name: 'Columns' });
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
});

test('sizes', () => {
  expect([0, 999, 12_345, 768_000_000, 5e12].map(formatBytes)).toEqual([
    '0 byte',
    '999 byte',
    '12.3 kB',
    '768 MB',
    '5,000 GB',
  ]);
  expect(largeSize('csv', 99_999)).toBeUndefined();
});
