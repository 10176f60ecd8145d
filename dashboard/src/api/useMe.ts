import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';
import { answer, type Api } from './clients';
import type { Me, OrgAccess } from './answers';
import type { Permission } from './permission';

export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: () => answer(api.query.GET('/me')),
    staleTime: 5 * 60_000,
  });
}

/** Who is signed in, and what they may do in which org. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery(useApi())).data;
}

export function may(org: OrgAccess | undefined, permission: Permission): boolean {
  return org?.permissions.includes(permission) ?? false;
}
