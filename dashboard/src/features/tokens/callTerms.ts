import type { CallTerms } from './api/useCreateToken';

/** As they are typed; each may be empty. */
export interface CallFields {
  userId: string;
  tags: string;
  models: string;
  upstreams: string;
}

export const NO_CALL_FIELDS: CallFields = { userId: '', tags: '', models: '', upstreams: '' };

const listed = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Undefined where one of them is no pair. */
export function tagsOf(text: string): Record<string, string> | undefined {
  const tags: Record<string, string> = {};
  for (const pair of listed(text)) {
    const [, key, value] = /^([^=]*[^=\s])\s*=\s*(.+)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      return undefined;
    }
    tags[key] = value;
  }
  return tags;
}

/** What was typed as the service takes it; what is empty is left out. */
export function callTermsOf({ userId, tags, models, upstreams }: CallFields): CallTerms {
  const byKey = tagsOf(tags) ?? {};
  const terms: CallTerms = {};
  if (userId.trim() !== '') {
    terms.userId = userId.trim();
  }
  if (Object.keys(byKey).length > 0) {
    terms.tags = byKey;
  }
  if (listed(models).length > 0) {
    terms.models = listed(models);
  }
  if (listed(upstreams).length > 0) {
    terms.upstreams = listed(upstreams);
  }
  return terms;
}
