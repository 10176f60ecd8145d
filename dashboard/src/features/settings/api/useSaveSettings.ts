import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** All settings at once: the service gives its default to what is absent. */
export interface NewSettings {
  name: string;
  timeZone: string;
  currencyLabel: string;
  retentionDays?: number;
}

export function useSaveSettings(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSettings) =>
      answer(api.query.PUT('/orgs/{orgId}', { params: { path: { orgId } }, body })),
    // The name and the time zone are shown everywhere.
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['org', orgId, 'settings'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}
