import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Conversation, ModelSettings } from '@/api/chatGateway';
import { answer } from '@/api/clients';
import { conversationKey, conversationsKey } from './keys';
import type { Pages } from './useConversation';

type Changed = Partial<ModelSettings & { title: string }>;

const withChanged =
  (changed: Changed) =>
  (before: Pages | undefined): Pages | undefined =>
    before && { ...before, pages: before.pages.map((page) => ({ ...page, ...changed })) };

/** Shows what is changed at once, and what it was when it is refused. */
export function useChangeConversation({ id, orgId }: Pick<Conversation, 'id' | 'orgId'>) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = conversationKey(id);
  return useMutation({
    mutationFn: (body: Changed) =>
      answer(api.gateway.PATCH('/conversations/{id}', { params: { path: { id } }, body })),
    onMutate: async (changed) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<Pages>(queryKey, withChanged(changed));
    },
    onError: () => queries.invalidateQueries({ queryKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: conversationsKey(orgId) }),
  });
}
