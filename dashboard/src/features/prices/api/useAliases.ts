import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useAliases(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'prices', 'aliases'],
    queryFn: () => answer(api.pricing.GET('/v1/aliases', { params: { query: { orgId } } })),
  });
}
