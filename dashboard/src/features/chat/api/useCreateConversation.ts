import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { ModelSettings } from '@/api/chatGateway';
import { answer } from '@/api/clients';
import { conversationKey, conversationsKey } from './keys';
import type { Pages } from './useConversation';

type NewConversation = ModelSettings & { title: string };

export function useCreateConversation(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewConversation) =>
      answer(api.gateway.POST('/conversations', { body: { ...body, orgId } })),
    onSuccess: (made) => {
      // Its page need not ask for what is known: nothing was said in it yet.
      queries.setQueryData<Pages>(conversationKey(made.id), {
        pages: [{ ...made, messages: [], nextCursor: null }],
        pageParams: [undefined],
      });
      void queries.invalidateQueries({ queryKey: conversationsKey(orgId) });
    },
  });
}
