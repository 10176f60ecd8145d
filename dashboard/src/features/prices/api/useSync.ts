import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export const SOURCES = ['openrouter', 'litellm'] as const;

export type Source = (typeof SOURCES)[number];

/** Takes a public list over, or with `dryRun` tells what that would change. */
export function useSync() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, dryRun }: { source: Source; dryRun: boolean }) =>
      answer(
        api.pricing.POST('/v1/sync/{source}', {
          params: { path: { source } },
          body: { dryRun },
        }),
      ),
    // A run that failed is in the list, too.
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync'] }),
  });
}
