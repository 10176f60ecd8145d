import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';

export function useRevokeToken(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) =>
      api.query.DELETE('/orgs/{orgId}/api-tokens/{tokenId}', {
        params: { path: { orgId, tokenId } },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'api-tokens'] }),
  });
}
