import type { Message } from '@/api/chatGateway';
import { addUsd, type Usd } from '@/lib/money';

/** What was used since the page was opened, as far as it was told. */
export interface SessionUsage {
  answers: number;
  tokens: number;
  /** Exact; of the answers that have a price. */
  costUsd: Usd;
}

const NOTHING: SessionUsage = { answers: 0, tokens: 0, costUsd: '0' };

/**
 * Sums up the answers of this visit, each once. Answers that were stopped are told what they used
 * when the gateway knows.
 */
export function createSession() {
  const answers = new Map<string, Message>();
  const listeners = new Set<() => void>();
  let usage = NOTHING;

  function sum(): SessionUsage {
    return [...answers.values()].reduce(
      (sum, { usage: one }) => ({
        answers: sum.answers + (one === null ? 0 : 1),
        tokens: sum.tokens + (one?.totalTokens ?? 0),
        costUsd: addUsd(sum.costUsd, one?.costUsd ?? '0'),
      }),
      NOTHING,
    );
  }

  function put(message: Message) {
    answers.set(message.id, message);
    usage = sum();
    listeners.forEach((listener) => listener());
  }

  return {
    /** An answer that was asked for now. */
    begun: put,
    /** What is known of answers of whatever time. */
    known: (messages: readonly Message[]) =>
      messages
        .filter(({ id, usage: told }) => answers.has(id) && answers.get(id)?.usage !== told)
        .forEach(put),
    usage: () => usage,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Session = ReturnType<typeof createSession>;
