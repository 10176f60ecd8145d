import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';
import { answer } from './clients';

/** Those that the gateway knows by name; others may be called, too. 404 where it keeps no conversations. */
export function useModels(orgId: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'chat', 'models'],
    queryFn: () =>
      answer(api.gateway.GET('/conversations/models', { params: { query: { orgId } } })),
    staleTime: 5 * 60_000,
    enabled,
  });
}
