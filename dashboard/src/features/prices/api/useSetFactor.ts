import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { components } from '@/api/pricing-service';

export function useSetFactor(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['FactorChange']) =>
      answer(
        api.pricing.PUT('/v1/orgs/{orgId}/price-factors', { params: { path: { orgId } }, body }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
