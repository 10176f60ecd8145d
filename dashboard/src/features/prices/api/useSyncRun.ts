import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** A run with what it changed. */
export function useSyncRun(id: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['sync', 'run', id],
    queryFn: () =>
      answer(api.pricing.GET('/v1/sync/runs/{id}', { params: { path: { id: String(id) } } })),
  });
}
