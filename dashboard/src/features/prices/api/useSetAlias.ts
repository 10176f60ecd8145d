import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export interface NewAlias {
  /** A model's name, or `*`: every model of the provider. */
  alias: string;
  targetProvider: string;
  /** Absent where the alias is `*`. */
  targetModelName?: string;
  /** Absent: from now on. */
  effectiveFrom?: string;
  /** Absent: everyone's. */
  orgId?: string;
  note: string;
}

/** Says which model, or whose models, a name means. */
export function useSetAlias(orgId: string, provider: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ alias, ...body }: NewAlias) =>
      answer(
        api.pricing.PUT('/v1/aliases/{provider}/{alias}', {
          params: { path: { provider, alias } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
