import type { Model } from './types';

/** The page of a model. Its name may hold slashes, which are written as %2F. */
export function modelPath(orgId: string, { provider, modelName }: Model): string {
  return `/orgs/${orgId}/prices/${encodeURIComponent(provider)}/${encodeURIComponent(modelName)}`;
}
