import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { useOrg } from '@/api/OrgContext';
import { Problem } from '@/api/problem';
import type { CallsQuery } from '@/api/useCalls';
import { isAborted, saveStream } from '@/lib/saveStream';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { fileNameOf, type Format, mimeTypeOf } from './formats';

export type ExportState =
  | { status: 'idle' }
  | { status: 'running'; bytes: number }
  | { status: 'saved'; bytes: number; file: string }
  | { status: 'failed'; reason: string };

function counting(onBytes: (bytes: number) => void) {
  let bytes = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      bytes += part.byteLength;
      onBytes(bytes);
      controller.enqueue(part);
    },
  });
}

/** Streams an export to a file. */
export function useExport(query: CallsQuery) {
  const api = useApi();
  const { orgId } = useOrg();
  const { from, to, tz, feature, provider, modelName } = query;
  const [currency] = useParam('currency');
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const running = useRef<AbortController>(null);

  async function transfer(format: Format, signal: AbortSignal): Promise<ExportState> {
    const file = fileNameOf(orgId, from, to, format);
    let received = 0;
    const counter = counting((bytes) => {
      received = bytes;
      setState({ status: 'running', bytes });
    });
    const ask = async () => {
      const stream = await answer(
        api.query.GET('/orgs/{orgId}/analytics/export', {
          params: {
            path: { orgId },
            query: {
              format,
              from,
              to,
              tz,
              feature,
              provider,
              modelName,
              currency: currency || undefined,
            },
          },
          parseAs: 'stream',
          signal,
        }),
      );
      return (stream as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(counter);
    };
    await saveStream(file, mimeTypeOf(format), ask, signal);
    return { status: 'saved', bytes: received, file };
  }

  async function start(format: Format) {
    const controller = new AbortController();
    running.current = controller;
    setState({ status: 'running', bytes: 0 });
    try {
      setState(await transfer(format, controller.signal));
    } catch (error) {
      const reason = error instanceof Problem ? error.message : texts.calls.export.broken;
      setState(isAborted(error) ? { status: 'idle' } : { status: 'failed', reason });
    }
  }

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState({ status: 'idle' }),
  };
}
