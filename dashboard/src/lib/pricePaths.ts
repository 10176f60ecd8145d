/** Where the prices of an org are, and what is done about them. */
export const pricesPath = (orgId: string): string => `/orgs/${orgId}/prices`;

/** Where models without a price get one. */
export const unpricedPath = (orgId: string): string => `${pricesPath(orgId)}/unpriced`;

/** The page of a model. Its name may hold slashes, which are written as %2F. */
export function modelPath(orgId: string, model: { provider: string; modelName: string }): string {
  const { provider, modelName } = model;
  return `${pricesPath(orgId)}/${encodeURIComponent(provider)}/${encodeURIComponent(modelName)}`;
}
