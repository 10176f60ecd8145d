import { createContext, use, useSyncExternalStore } from 'react';
import type { OfferedModels } from '@/api/chatGateway';
import { type Answer, type AnswerStore, isOpen } from './answers/answer';
import type { Asked, Chats } from './answers/chats';
import type { Session, SessionUsage } from './answers/session';

interface Chat {
  offered: OfferedModels;
  chats: Chats;
  session: Session;
}

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = use(ChatContext);
  if (chat === null) {
    throw new Error('useChat is for what is inside the gate');
  }
  return chat;
}

/** What was asked last in a conversation, if its answer is not one of its messages. */
export function useAsked(id: string): Asked | undefined {
  const { chats } = useChat();
  return useSyncExternalStore(chats.subscribe, () => chats.asked(id));
}

const never = () => () => undefined;

export function useAnswer(store: AnswerStore): Answer;
export function useAnswer(store: AnswerStore | undefined): Answer | undefined;
export function useAnswer(store: AnswerStore | undefined): Answer | undefined {
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.answer());
}

/** Told only when it changes, not with every word. */
export function useIsOpen(store: AnswerStore | undefined): boolean {
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store !== undefined && isOpen(store.answer()),
  );
}

export function useSessionUsage(): SessionUsage {
  const { session } = useChat();
  return useSyncExternalStore(session.subscribe, session.usage);
}
