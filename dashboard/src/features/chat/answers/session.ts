import type { Message } from '@/api/chatGateway';
import { addUsd, type Usd } from '@/lib/money';
import type { UsageSoFar } from '../api/usageSoFar';

/** What was used since the page was opened, as far as it was told. */
export interface SessionUsage {
  answers: number;
  tokens: number;
  /** Exact; of the answers that have a price. */
  costUsd: Usd;
}

type Used = Omit<SessionUsage, 'answers'>;

const NOTHING: SessionUsage = { answers: 0, tokens: 0, costUsd: '0' };

const sumOf = (answers: readonly Message[]): SessionUsage =>
  answers.reduce(
    (sum, { usage, state }) => ({
      answers: sum.answers + (usage === null && state !== 'interrupted' ? 0 : 1),
      tokens: sum.tokens + (usage?.totalTokens ?? 0),
      costUsd: addUsd(sum.costUsd, usage?.costUsd ?? '0'),
    }),
    NOTHING,
  );

/**
 * Sums up the answers of this visit, each once. An answer that was stopped does not tell what it used:
 * the ledger does, of the conversation.
 */
export function createSession() {
  const answers = new Map<string, Message>();
  /** By conversation. */
  const ledger = new Map<string, Used>();
  const listeners = new Set<() => void>();
  let usage = NOTHING;

  /** The playground's answers are of no conversation. */
  function ofConversation(id: string): SessionUsage {
    const told = sumOf(
      [...answers.values()].filter(({ conversationId }) => (conversationId ?? '') === id),
    );
    const counted = ledger.get(id);
    return counted !== undefined && counted.tokens > told.tokens ? { ...told, ...counted } : told;
  }

  function sum(): SessionUsage {
    const all = new Set([...answers.values()].map(({ conversationId }) => conversationId ?? ''));
    return [...all].map(ofConversation).reduce(
      (sum, one) => ({
        answers: sum.answers + one.answers,
        tokens: sum.tokens + one.tokens,
        costUsd: addUsd(sum.costUsd, one.costUsd),
      }),
      NOTHING,
    );
  }

  function become() {
    usage = sum();
    listeners.forEach((listener) => listener());
  }

  function put(message: Message) {
    answers.set(message.id, message);
    become();
  }

  return {
    /** An answer that was asked for now. */
    begun: put,
    /** What the ledger had of a conversation before this visit wrote in it, and what it has now. */
    counted: (id: string, before: UsageSoFar, now: UsageSoFar) => {
      ledger.set(id, {
        tokens: now.totals.totalTokens - before.totals.totalTokens,
        costUsd: addUsd(now.costUsd, `-${before.costUsd}`),
      });
      become();
    },
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
