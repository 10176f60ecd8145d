import { formatFullDay } from '@/lib/days';
import { formatInstant } from '@/lib/instants';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import type { Model } from './types';

/** "OpenAI gpt-4o" */
export const modelTitle = ({ provider, modelName }: Model): string =>
  `${providerName(provider)} ${modelName}`;

const sources: Record<string, string> = texts.prices.sources;

export const sourceName = (source: string): string => sources[source] ?? source;

/** Public lists tell no beginning; their first prices hold from the first second of Unix time. */
const BEGINNING = Date.UTC(1970, 0, 1);

export const isFromTheBeginning = (effectiveFrom: string): boolean =>
  Date.parse(effectiveFrom) === BEGINNING;

/** "Feb 1, 2026" of a price that begins with a UTC day, with its time otherwise. */
export function sinceName(effectiveFrom: string): string {
  const [day = '', time = ''] = effectiveFrom.split('T');
  if (isFromTheBeginning(effectiveFrom)) {
    return texts.prices.model.sinceEver;
  }
  return /^00:00(:00)?Z$/.test(time)
    ? formatFullDay(day)
    : `${formatInstant(effectiveFrom, 'UTC')} UTC`;
}

export const scopeName = (orgId: string): string =>
  orgId === '' ? texts.prices.everyone : texts.prices.contract;
