import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Rates } from '../rates/rates';
import type { Model } from '../types';

export interface NewPrice {
  rates: Rates;
  /** Absent: from now on. */
  effectiveFrom?: string;
  /** Absent: everyone's. */
  orgId?: string;
  note: string;
}

export function useSetPrice(orgId: string, { provider, modelName }: Model) {
  const api = useApi();
  const queries = useQueryClient();
  const path = { provider, modelName };
  return useMutation({
    mutationFn: (price: NewPrice) =>
      answer(
        api.pricing.PUT('/v1/prices/{provider}/{modelName}', {
          params: { path },
          body: price,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
