import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { RepriceRun } from '../types';
import { priced } from './priced';

export function useRepriceRuns(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'reprice', 'runs'],
    queryFn: () =>
      priced<{ runs: RepriceRun[] }>(
        api.pricing.GET('/v1/reprice/runs', { params: { query: { orgId, limit: '200' } } }),
      ),
  });
}
