import { texts } from '@/texts';

/** A value of an entry; `before` is undefined where the entry tells no other. */
export interface Changed {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function written(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return texts.audit.none;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compared(before: Values, after: Values): Changed[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({
      field,
      before: written(before[field]),
      after: written(after[field]),
    }))
    .filter((each) => each.before !== each.after);
}

function told(values: Values): Changed[] {
  return Object.entries(values)
    .filter(([, value]) => written(value) !== texts.audit.none)
    .map(([field, value]) => ({ field, before: undefined, after: written(value) }));
}

/**
 * What an entry says was changed: where it has old and new values, those that differ; what was made or
 * taken away as it was; and whatever else it tells.
 */
export function changedIn({ old, new: now, ...others }: Values): Changed[] {
  if (isValues(old) && isValues(now)) {
    return [...told(others), ...compared(old, now)];
  }
  const only = [now, old].find(isValues) ?? {};
  return [...told(others), ...told(only)];
}
