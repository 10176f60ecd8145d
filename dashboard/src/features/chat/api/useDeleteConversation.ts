import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Conversation } from '@/api/chatGateway';
import { conversationKey, conversationsKey } from './keys';

export function useDeleteConversation({ id, orgId }: Pick<Conversation, 'id' | 'orgId'>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.gateway.DELETE('/conversations/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      // Its page is still there; whoever comes back to it asks again.
      void queries.invalidateQueries({ queryKey: conversationKey(id), refetchType: 'none' });
      void queries.invalidateQueries({ queryKey: conversationsKey(orgId) });
    },
  });
}
