import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';
import { answer } from './clients';

export const budgetKey = (orgId: string) => ['org', orgId, 'budget'];

export function useBudget(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: budgetKey(orgId),
    queryFn: () => answer(api.query.GET('/orgs/{orgId}/budget', { params: { path: { orgId } } })),
  });
}
