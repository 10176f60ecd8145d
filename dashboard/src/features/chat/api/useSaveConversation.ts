import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Conversation } from '@/api/chatGateway';
import { isAborted, saveStream } from '@/lib/saveStream';
import { titleOf } from '../titleOf';

const NDJSON = 'application/x-ndjson';

/** Letters and digits of the title, so that the file has a name on every system. */
const fileNameOf = (conversation: Conversation): string =>
  `${
    titleOf(conversation)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'conversation'
  }.ndjson`;

/** All of its messages, a JSON object a line, in a file. */
export function useSaveConversation(conversation: Conversation) {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const { id: conversationId, orgId } = conversation;
      const ask = () =>
        answer(
          api.gateway.GET('/conversations/export', {
            params: { query: { orgId, conversationId } },
            parseAs: 'stream',
          }),
        ) as unknown as Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
      try {
        await saveStream(fileNameOf(conversation), NDJSON, ask);
      } catch (error) {
        if (!isAborted(error)) {
          throw error;
        }
      }
    },
  });
}
