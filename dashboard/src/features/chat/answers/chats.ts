import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/clients';
import type { Conversation, Message } from '@/api/chatGateway';
import { conversationKey, conversationsKey } from '../api/keys';
import type { Pages } from '../api/useConversation';
import { sentenceOf } from '../sentence';
import { awaitUsage, NONE, type UsageSoFar, usageQuery } from '../api/usageSoFar';
import { type Answer, type AnswerStore, isOpen, startAnswer } from './answer';
import { textOf } from './pieces';
import { streamOf } from './streamOf';
import type { Session } from './session';

/** What was asked last in a conversation, until its answer is one of the messages. */
export interface Asked {
  content: string;
  answer: AnswerStore;
  /** The id of the message before it; undefined for the first one. */
  before: string | undefined;
}

type Chat = Pick<Conversation, 'id' | 'orgId' | 'messageCount'>;

const append =
  (messages: readonly Message[]) =>
  (pages: Pages | undefined): Pages | undefined => {
    const [newest, ...older] = pages?.pages ?? [];
    if (pages === undefined || newest === undefined) {
      return pages;
    }
    const added = new Set(messages.map(({ id }) => id));
    const before = newest.messages.filter(({ id }) => !added.has(id));
    return { ...pages, pages: [{ ...newest, messages: [...before, ...messages] }, ...older] };
  };

/** What is shown of an answer that did not end until the gateway tells what it has kept of it. */
const asFarAsItCame = (message: Message, { pieces, error }: Answer): Message => ({
  ...message,
  content: textOf(pieces),
  state: 'interrupted',
  error: error === undefined ? null : sentenceOf(error),
});

/**
 * The answers that are coming, of whatever conversation: one may look at another one meanwhile.
 */
export function createChats(api: Api, queries: QueryClient, session: Session) {
  const asked = new Map<string, Asked>();
  const listeners = new Set<() => void>();
  /** How many completions the ledger will have when all that was asked has ended. */
  const expected = new Map<string, number>();
  /** What the ledger had before this visit asked anything; undefined where nobody had looked. */
  const had = new Map<string, UsageSoFar | undefined>();

  function become(id: string, next: Asked | undefined) {
    if (next === undefined) {
      asked.delete(id);
    } else {
      asked.set(id, next);
    }
    listeners.forEach((listener) => listener());
  }

  const newestOf = (id: string): string | undefined =>
    queries.getQueryData<Pages>(conversationKey(id))?.pages[0]?.messages.at(-1)?.id;

  /** True when all of it is among the messages. */
  async function keep({ id }: Chat, { before }: Asked, ended: Answer): Promise<boolean> {
    const { message, userMessage } = ended;
    const queryKey = conversationKey(id);
    if (message === undefined) {
      // Also what was refused may have been taken: a provider is asked when the question is kept.
      await queries.invalidateQueries({ queryKey });
      return newestOf(id) !== before;
    }
    const last = message.state === 'running' ? asFarAsItCame(message, ended) : message;
    queries.setQueryData<Pages>(
      queryKey,
      append(userMessage === undefined ? [last] : [userMessage, last]),
    );
    session.begun(last);
    return true;
  }

  async function count({ id, orgId }: Chat) {
    const query = usageQuery(api, orgId, id);
    await awaitUsage(queries, query, expected.get(id) ?? 0);
    const before = had.get(id);
    const now = queries.getQueryData(query.queryKey);
    if (before !== undefined && now !== undefined) {
      session.counted(id, before, now);
    }
  }

  async function settle(chat: Chat, mine: Asked, ended: Answer) {
    const kept = await keep(chat, mine, ended);
    if (kept && asked.get(chat.id) === mine) {
      become(chat.id, undefined);
    }
    void queries.invalidateQueries({ queryKey: conversationsKey(chat.orgId) });
    if (kept) {
      await count(chat);
    }
    if (asked.get(chat.id) === undefined || !kept) {
      // Whether it was counted or not: what the ledger has now is what the next one adds to.
      expected.delete(chat.id);
    }
    if (ended.state !== 'done' && kept) {
      // By now the gateway knows what it kept, and what was used.
      await queries.invalidateQueries({ queryKey: conversationKey(chat.id) });
    }
  }

  function send(chat: Chat, content: string) {
    const { id } = chat;
    const before = newestOf(id);
    const usage = queries.getQueryData(usageQuery(api, chat.orgId, id).queryKey);
    if (!had.has(id)) {
      had.set(id, usage ?? (chat.messageCount === 0 ? NONE : undefined));
    }
    expected.set(id, Math.max(usage?.completions ?? 0, expected.get(id) ?? 0) + 1);
    const answer = startAnswer((signal) =>
      streamOf(
        api.gateway.POST('/conversations/{id}/messages', {
          params: { path: { id } },
          body: { content },
          headers: { Accept: 'text/event-stream' },
          parseAs: 'stream',
          signal,
        }),
      ),
    );
    const mine = { content, answer, before };
    become(id, mine);
    void answer.ended.then((ended) => settle(chat, mine, ended));
  }

  return {
    send,
    asked: (id: string) => asked.get(id),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What is coming is not waited for any more. */
    stopAll: () =>
      [...asked.values()]
        .filter(({ answer }) => isOpen(answer.answer()))
        .forEach(({ answer }) => answer.stop()),
  };
}

export type Chats = ReturnType<typeof createChats>;
