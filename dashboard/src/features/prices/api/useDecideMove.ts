import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export interface Decision {
  verdict: 'approve' | 'reject';
  note: string;
}

/** A decision may make a price, so that what is known of prices is asked for again. */
export function useDecideMove(id: number) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verdict, note }: Decision) =>
      answer(
        api.pricing.POST(`/v1/sync/quarantine/{id}/${verdict}`, {
          params: { path: { id: String(id) } },
          body: { note },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['sync', 'quarantine'] }),
        queries.invalidateQueries({ queryKey: ['org'], refetchType: 'none' }),
      ]),
  });
}
