import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useOrgSettings(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'settings'],
    queryFn: () => answer(api.query.GET('/orgs/{orgId}', { params: { path: { orgId } } })),
  });
}
