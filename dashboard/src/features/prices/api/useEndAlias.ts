import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Alias } from '../types';

/** Ends an alias now. */
export function useEndAlias(orgId: string, { provider, alias, orgId: of }: Alias) {
  const api = useApi();
  const queries = useQueryClient();
  const query = of === '' ? {} : { orgId: of };
  return useMutation({
    mutationFn: (note: string) =>
      answer(
        api.pricing.DELETE('/v1/aliases/{provider}/{alias}', {
          params: { path: { provider, alias }, query: { ...query, note } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
