import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { ReportFilters } from './reportFilters';

const CALLS = 50;

/** What one story, epic or experiment cost, with its newest calls. */
export function useTagReport(orgId: string, key: string, value: string, filters: ReportFilters) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'tag', key, value, filters],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/tags/{key}/{value}', {
          params: { path: { orgId, key, value }, query: { ...filters, limit: String(CALLS) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
