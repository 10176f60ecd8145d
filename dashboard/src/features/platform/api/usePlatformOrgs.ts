import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Filters } from '@/lib/useFilters';
import { PLATFORM } from './keys';

const LIMIT = 100;

/** All orgs, what costs most first. */
export function usePlatformOrgs({ from, to }: Filters) {
  const api = useApi();
  return useQuery({
    queryKey: [...PLATFORM, 'orgs', from, to],
    queryFn: () =>
      answer(
        api.query.GET('/platform/orgs', { params: { query: { from, to, limit: String(LIMIT) } } }),
      ),
    placeholderData: keepPreviousData,
  });
}
