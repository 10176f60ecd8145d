import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

const POLL_MS = 1_000;

/** A run, asked for again until it is finished. */
export function useRepriceRun(orgId: string, id: string | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['org', orgId, 'reprice', 'run', id],
    queryFn: async () => {
      const run = await answer(
        api.pricing.GET('/v1/reprice/runs/{id}', { params: { path: { id: id ?? '' } } }),
      );
      if (run.status === 'finished' && !run.dryRun) {
        void queries.invalidateQueries({ queryKey: ['org', orgId, 'reprice', 'runs'] });
      }
      return run;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'finished' ? false : POLL_MS),
  });
}
