import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { ConversationWithMessages, Message } from '@/api/chatGateway';
import { answer } from '@/api/clients';
import { conversationKey } from './keys';

export type Pages = InfiniteData<ConversationWithMessages>;

/** How soon it is looked whether an answer has ended that somebody else asked for, or that was stopped. */
const LOOK_AGAIN_MS = 1_000;

/** Of all pages, the oldest first. */
export const messagesOf = ({ pages }: Pages): Message[] =>
  pages.toReversed().flatMap(({ messages }) => messages);

/** A conversation with its newest messages; further pages are of older ones. */
export function useConversation(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: conversationKey(id),
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.gateway.GET('/conversations/{id}', { params: { path: { id }, query: { cursor } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.messages.some(({ state }) => state === 'running') ? LOOK_AGAIN_MS : false,
  });
}
