import type { Message } from '@/api/chatGateway';
import { texts } from '@/texts';
import { answerEvents } from './answerEvents';
import { grown, NOTHING, type Pieces } from './pieces';

/** An answer of a model, as far as it has come. */
export interface Answer {
  /** `asked`: nothing came yet. `stopped`: by the reader. */
  state: 'asked' | 'coming' | 'done' | 'stopped' | 'failed';
  pieces: Pieces;
  /** As the gateway keeps it: from the start without its content, at the end whole. */
  message: Message | undefined;
  /** What it answers, once that is kept. */
  userMessage: Message | undefined;
  /** Why it failed. */
  error: Error | undefined;
}

const ASKED: Answer = {
  state: 'asked',
  pieces: NOTHING,
  message: undefined,
  userMessage: undefined,
  error: undefined,
};

export const isOpen = ({ state }: Answer): boolean => state === 'asked' || state === 'coming';

/** Asks, and gives the stream of the answer; rejects with the Problem of a refusal. */
export type Ask = (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

export interface AnswerStore {
  answer: () => Answer;
  subscribe: (listener: () => void) => () => void;
  stop: () => void;
  /** Resolves when no more comes, however it ended. */
  ended: Promise<Answer>;
}

/** Asks at once, and tells what comes; not more often than the screen is drawn. */
export function startAnswer(ask: Ask): AnswerStore {
  let answer = ASKED;
  let arrived = '';
  let frame: number | undefined;
  const listeners = new Set<() => void>();
  const abort = new AbortController();

  function become(changed: Partial<Answer>) {
    if (frame !== undefined) {
      cancelAnimationFrame(frame);
      frame = undefined;
    }
    answer = { ...answer, pieces: grown(answer.pieces, arrived), ...changed };
    arrived = '';
    listeners.forEach((listener) => listener());
  }

  async function read() {
    for await (const told of answerEvents(await ask(abort.signal), abort.signal)) {
      switch (told.event) {
        case 'started':
          become({ message: told.message, userMessage: told.userMessage });
          break;
        case 'delta':
          arrived += told.text;
          frame ??= requestAnimationFrame(() => become({ state: 'coming' }));
          break;
        case 'done':
          become({ state: 'done', message: told.message });
          return;
        case 'error':
          become({ state: 'failed', error: told.problem, message: told.message ?? answer.message });
          return;
        case 'usage':
          // Part of the message that follows.
          break;
      }
    }
    throw new Error(texts.chat.brokeOff);
  }

  async function run(): Promise<Answer> {
    try {
      await read();
    } catch (error) {
      if (abort.signal.aborted) {
        become({ state: 'stopped' });
      } else {
        become({
          state: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        });
      }
    }
    return answer;
  }

  return {
    answer: () => answer,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => abort.abort(),
    ended: run(),
  };
}
