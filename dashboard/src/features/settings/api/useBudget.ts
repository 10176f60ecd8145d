import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useBudget(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'budget'],
    queryFn: () => answer(api.query.GET('/orgs/{orgId}/budget', { params: { path: { orgId } } })),
  });
}
