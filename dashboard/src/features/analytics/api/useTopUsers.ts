import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { ReportFilters } from './reportFilters';

const LIMIT = 10;

export function useTopUsers(orgId: string, filters: ReportFilters) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'top-users', filters],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/top-users', {
          params: { path: { orgId }, query: { ...filters, limit: String(LIMIT) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
