import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Alias } from '../types';
import { priced } from './priced';

export function useAliases(orgId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'prices', 'aliases'],
    queryFn: () =>
      priced<{ aliases: Alias[] }>(
        api.pricing.GET('/v1/aliases', { params: { query: { orgId } } }),
      ),
  });
}
