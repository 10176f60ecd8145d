import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** Of all that the caller may see of it. */
export function useConversation(orgId: string, id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'conversation', id],
    queryFn: () => answer(api.query.GET('/conversations/{id}/usage', { params: { path: { id } } })),
  });
}
