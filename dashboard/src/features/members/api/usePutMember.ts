import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export interface MemberChange {
  userId: string;
  role: string;
  /** Absent: as before. */
  name?: string;
  email?: string;
}

/** Adds a member, or changes one. Who changes their own role may have another menu afterwards. */
export function usePutMember(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, ...body }: MemberChange) =>
      answer(
        api.query.PUT('/orgs/{orgId}/members/{userId}', {
          params: { path: { orgId, userId } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['org', orgId, 'members'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}
