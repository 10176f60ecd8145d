import type { Message } from '@/api/chatGateway';
import { addUsd } from '@/lib/money';

/** What is better about an answer than about the other one. */
export interface Better {
  cheaper: boolean;
  faster: boolean;
}

/** Nothing is better than an answer that is not there, or that is the same. */
export function better(one: Message | undefined, other: Message | undefined): Better {
  const cost = one?.usage?.costUsd;
  const otherCost = other?.usage?.costUsd;
  const ms = one?.durationMs;
  const otherMs = other?.durationMs;
  return {
    cheaper:
      typeof cost === 'string' &&
      typeof otherCost === 'string' &&
      addUsd(cost, `-${otherCost}`).startsWith('-'),
    faster: typeof ms === 'number' && typeof otherMs === 'number' && ms < otherMs,
  };
}
