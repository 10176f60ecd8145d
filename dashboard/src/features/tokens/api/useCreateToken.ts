import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** What a token with the scope llm:call says of its calls. */
export interface CallTerms {
  userId?: string;
  tags?: Record<string, string>;
  models?: string[];
  upstreams?: string[];
}

export interface NewToken extends CallTerms {
  name: string;
  scopes: string[];
  expiresAt: string;
}

/** Its answer holds the secret, which must not outlive the dialog that shows it. */
export function useCreateToken(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewToken) =>
      answer(api.query.POST('/orgs/{orgId}/api-tokens', { params: { path: { orgId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'api-tokens'] }),
    gcTime: 0,
  });
}
