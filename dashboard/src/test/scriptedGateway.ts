import { http, HttpResponse } from 'msw';
import type { Conversation, Message } from '@/api/chatGateway';
import { fares, question, reply } from './data/chat';
import { ORIGIN, problem } from './handlers';

const GATEWAY = 'http://gateway.test';

interface Asked {
  path: string;
  body: Record<string, unknown>;
}

/** How an answer ends that does not just repeat what was asked. */
export interface Script {
  /** Comes as an event after the first word. */
  fails?: { status: number; code: string; detail: string };
  /** The first word comes, and then nothing more until the reader has gone. */
  hangs?: boolean;
  /** The first word comes, and the stream ends, though one more is kept. */
  breaksOff?: boolean;
}

/** A gateway that repeats what it is told, word by word, and a ledger that counts it. */
export function scriptedGateway(initial: Conversation[] = [fares]) {
  const conversations = new Map(initial.map((one) => [one.id, one]));
  const messages = new Map<string, Message[]>([[fares.id, [question, reply]]]);
  const counted = new Map([[fares.id, [reply.usage ?? []].flat()]]);
  const asked: Asked[] = [];
  let script: Script = {};
  let made = 0;

  const usageOf = (content: string) => {
    const tokens = content.split(/\s+/).length;
    return {
      promptTokens: tokens,
      completionTokens: tokens,
      totalTokens: 2 * tokens,
      estimatedCostMicros: 3 * tokens,
      costUsd: (3 * tokens * 1e-6).toFixed(9),
    };
  };

  function stream(id: string | null, { content, model }: { content: string; model: string }) {
    made += 1;
    const userMessage = { ...question, id: `q-${made}`, conversationId: id, content };
    const begun: Message = {
      ...reply,
      id: `a-${made}`,
      conversationId: id,
      model,
      content: '',
      state: 'running',
      usage: null,
      durationMs: null,
    };
    const whole: Message = {
      ...begun,
      content,
      state: 'complete',
      usage: usageOf(content),
      durationMs: 812,
    };
    const { fails, hangs = false, breaksOff = false } = script;
    const keep = (last: Message, usage = last.usage) => {
      if (id !== null) {
        messages.set(id, [...(messages.get(id) ?? []), userMessage, last]);
        counted.set(id, [...(counted.get(id) ?? []), ...(usage === null ? [] : [usage])]);
      }
    };
    const event = (name: string, data: object) =>
      new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    const [first = '', ...rest] = content.split(/(?<=\s)/);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(event('started', { message: begun, userMessage, eventId: 'e' }));
        controller.enqueue(event('delta', { text: first }));
        if (hangs || breaksOff) {
          const kept = breaksOff ? [first, ...rest.slice(0, 1)].join('') : first;
          // What was used comes at the end, which its reader does not hear.
          keep({ ...whole, content: kept, state: 'interrupted', usage: null }, whole.usage);
          if (breaksOff) {
            controller.close();
          }
          return;
        }
        if (fails !== undefined) {
          const failed: Message = { ...begun, state: 'failed', error: fails.detail };
          keep(failed);
          controller.enqueue(event('error', { ...fails, message: failed }));
          controller.close();
          return;
        }
        keep(whole);
        controller.enqueue(new TextEncoder().encode(': keep-alive\n\n'));
        rest.forEach((text) => controller.enqueue(event('delta', { text })));
        controller.enqueue(event('usage', whole.usage ?? {}));
        controller.enqueue(event('done', whole));
        controller.close();
      },
    });
    return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  const bodyOf = async (request: Request): Promise<Record<string, unknown>> => {
    const body = (await request.json()) as Record<string, unknown>;
    asked.push({ path: new URL(request.url).pathname, body });
    return body;
  };

  const handlers = [
    http.get(`${GATEWAY}/conversations/models`, () =>
      HttpResponse.json({
        models: ['echo-1', 'echo-2'].map((id) => ({ id, upstream: 'echo', provider: 'echo' })),
        defaultModel: 'echo-1',
      }),
    ),
    http.get(`${GATEWAY}/conversations`, () =>
      HttpResponse.json({ conversations: [...conversations.values()], nextCursor: null }),
    ),
    http.post(`${GATEWAY}/conversations`, async ({ request }) => {
      const conversation = { ...fares, ...(await bodyOf(request)), id: 'made-1', messageCount: 0 };
      conversations.set(conversation.id, conversation);
      return HttpResponse.json(conversation, { status: 201 });
    }),
    http.get(`${GATEWAY}/conversations/export`, ({ request }) => {
      const id = new URL(request.url).searchParams.get('conversationId') ?? '';
      const lines = [conversations.get(id), ...(messages.get(id) ?? [])];
      return new HttpResponse(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }),
    http.get(`${GATEWAY}/conversations/:id`, ({ params }) => {
      const conversation = conversations.get(params.id as string);
      return conversation === undefined
        ? problem(404, 'not_found', 'There is no such conversation.')
        : HttpResponse.json({
            ...conversation,
            messages: messages.get(conversation.id) ?? [],
            nextCursor: null,
          });
    }),
    http.patch(`${GATEWAY}/conversations/:id`, async ({ request, params }) => {
      const id = params.id as string;
      const changed = { ...fares, ...conversations.get(id), ...(await bodyOf(request)) };
      conversations.set(id, changed);
      return HttpResponse.json(changed);
    }),
    http.delete(`${GATEWAY}/conversations/:id`, ({ params }) => {
      conversations.delete(params.id as string);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${GATEWAY}/conversations/:id/messages`, async ({ request, params }) => {
      const { content } = await bodyOf(request);
      return stream(params.id as string, { content: content as string, model: 'echo-1' });
    }),
    http.post(`${GATEWAY}/playground`, async ({ request }) => {
      const { content, model } = await bodyOf(request);
      return stream(null, { content: content as string, model: model as string });
    }),
    http.get(`${ORIGIN}/conversations/:id/usage`, ({ params }) => {
      const calls = counted.get(params.id as string) ?? [];
      const sum = (of: (usage: (typeof calls)[number]) => number) =>
        calls.reduce((total, usage) => total + of(usage), 0);
      return calls.length === 0
        ? problem(404, 'not_found', 'No calls.')
        : HttpResponse.json({
            completions: calls.length,
            costUsd: (sum(({ estimatedCostMicros }) => estimatedCostMicros ?? 0) * 1e-6).toFixed(9),
            totals: {
              promptTokens: sum(({ promptTokens }) => promptTokens),
              completionTokens: sum(({ completionTokens }) => completionTokens),
              totalTokens: sum(({ totalTokens }) => totalTokens),
            },
          });
    }),
  ];

  return {
    handlers,
    asked,
    follow: (next: Script) => {
      script = next;
    },
  };
}
