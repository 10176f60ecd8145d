import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';

export function useRemoveMember(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) =>
      api.query.DELETE('/orgs/{orgId}/members/{userId}', { params: { path: { orgId, userId } } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['org', orgId, 'members'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}
