import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useRepriceRuns(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'reprice', 'runs'],
    queryFn: () =>
      answer(api.pricing.GET('/v1/reprice/runs', { params: { query: { orgId, limit: '200' } } })),
  });
}
