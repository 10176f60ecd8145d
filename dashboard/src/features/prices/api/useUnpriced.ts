import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** For those who may set prices. */
export function useUnpriced(orgId: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'prices', 'unpriced'],
    queryFn: () => answer(api.pricing.GET('/v1/unpriced', { params: { query: { orgId } } })),
    enabled,
  });
}
