import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { ReportFilters } from './reportFilters';

export function useSummary(orgId: string, filters: ReportFilters) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'summary', filters],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/summary', {
          params: { path: { orgId }, query: { period: 'custom', ...filters } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
