import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useConversation(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['conversation', id],
    queryFn: () => answer(api.query.GET('/conversations/{id}/usage', { params: { path: { id } } })),
  });
}
