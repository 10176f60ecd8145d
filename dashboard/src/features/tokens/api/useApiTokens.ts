import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useApiTokens(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'api-tokens'],
    queryFn: () =>
      answer(api.query.GET('/orgs/{orgId}/api-tokens', { params: { path: { orgId } } })),
  });
}
