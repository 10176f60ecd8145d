import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Filters } from '@/lib/useFilters';

export const OWN_USAGE = ['me', 'usage'];

export function useOwnUsage({ from, to }: Filters) {
  const api = useApi();
  const query = { from, to };
  return useQuery({
    queryKey: [...OWN_USAGE, query],
    queryFn: () => answer(api.query.GET('/me/usage', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}
