import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { AnswerUsage, Message } from '@/api/chatGateway';
import { Problem } from '@/api/problem';

/** What a stream tells of an answer while it comes. */
export type AnswerEvent =
  | { event: 'started'; message: Message; userMessage?: Message }
  | { event: 'delta'; text: string }
  | { event: 'usage'; usage: AnswerUsage }
  | { event: 'done'; message: Message }
  | { event: 'error'; problem: Problem; message: Message | undefined };

interface ErrorData {
  status: number;
  title?: string;
  detail?: string;
  code?: string;
  message?: Message;
}

function parsed(event: string, data: string): AnswerEvent | undefined {
  switch (event) {
    case 'started':
      return { event, ...(JSON.parse(data) as { message: Message; userMessage?: Message }) };
    case 'delta':
      return { event, ...(JSON.parse(data) as { text: string }) };
    case 'usage':
      return { event, usage: JSON.parse(data) as AnswerUsage };
    case 'done':
      return { event, message: JSON.parse(data) as Message };
    case 'error': {
      const { status, title, detail, code, message } = JSON.parse(data) as ErrorData;
      return { event, problem: new Problem(status, title ?? '', detail, code), message };
    }
    default:
      // What later versions tell besides.
      return undefined;
  }
}

/** The events of a stream, in the order they come, until it ends or is stopped. */
export async function* answerEvents(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const events = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  // Not awaited: a stream that broke off has nobody who would answer.
  const leave = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', leave);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const told = parsed(next.value.event ?? 'message', next.value.data);
      if (told !== undefined) {
        yield told;
      }
    }
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}
