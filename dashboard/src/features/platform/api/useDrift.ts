import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Filters } from '@/lib/useFilters';
import { PLATFORM } from './keys';

/** How far the rollups are from the events they were made of. */
export function useDrift({ from, to }: Filters) {
  const api = useApi();
  return useQuery({
    queryKey: [...PLATFORM, 'drift', from, to],
    queryFn: () =>
      answer(api.aggregator.GET('/v1/rollups/drift', { params: { query: { from, to } } })),
    // It compares every event of these days; not something to do with each look at the page.
    staleTime: 5 * 60_000,
  });
}
