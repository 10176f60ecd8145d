import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** All rows of a CSV, or none. */
export function useImportMembers(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (csv: string) =>
      answer(
        api.query.POST('/orgs/{orgId}/members/import', {
          params: { path: { orgId } },
          headers: { 'Content-Type': 'text/csv' },
          body: csv,
          bodySerializer: (body) => body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'members'] }),
  });
}
