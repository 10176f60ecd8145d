import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Usd } from '@/lib/money';
import { useApi } from './ApiContext';
import { budgetKey } from './useBudget';

/** Sets the budget of each month; undefined takes it away. */
export function useSetBudget(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { orgId } };
  return useMutation({
    mutationFn: async (monthlyUsd: Usd | undefined) => {
      if (monthlyUsd === undefined) {
        await api.query.DELETE('/orgs/{orgId}/budget', { params });
      } else {
        await api.query.PUT('/orgs/{orgId}/budget', { params, body: { monthlyUsd } });
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: budgetKey(orgId) }),
  });
}
