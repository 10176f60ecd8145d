import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Granularity } from '@/lib/granularity';
import type { GroupBy } from '@/lib/useFilters';
import type { ReportFilters } from './reportFilters';

/** Without a group, one series of everything. */
export function useTimeline(
  orgId: string,
  filters: ReportFilters,
  granularity: Granularity,
  groupBy?: GroupBy,
) {
  const api = useApi();
  const query = { ...filters, granularity, groupBy };
  return useQuery({
    queryKey: ['org', orgId, 'timeline', query],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/timeline', { params: { path: { orgId }, query } }),
      ),
    placeholderData: keepPreviousData,
  });
}
