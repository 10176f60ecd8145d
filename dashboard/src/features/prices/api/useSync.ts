import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { SyncRun } from '../types';
import { priced, untold } from './priced';

export const SOURCES = ['openrouter', 'litellm'] as const;

export type Source = (typeof SOURCES)[number];

/** Takes a public list over, or with `dryRun` tells what that would change. */
export function useSync() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, dryRun }: { source: Source; dryRun: boolean }) =>
      priced<SyncRun>(
        api.pricing.POST('/v1/sync/{source}', {
          params: { path: { source } },
          body: untold({ dryRun }),
        }),
      ),
    // A run that failed is in the list, too.
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync'] }),
  });
}
