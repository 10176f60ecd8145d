import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';

/** Null takes the budget away. */
export function useSetBudget(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { orgId } };
  return useMutation({
    mutationFn: async (monthlyUsd: string | null) => {
      if (monthlyUsd === null) {
        await api.query.DELETE('/orgs/{orgId}/budget', { params });
      } else {
        await api.query.PUT('/orgs/{orgId}/budget', { params, body: { monthlyUsd } });
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'budget'] }),
  });
}
