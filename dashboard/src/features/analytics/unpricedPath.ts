/** Where models without a price get one. */
export const unpricedPath = (orgId: string): string => `/orgs/${orgId}/prices/unpriced`;
