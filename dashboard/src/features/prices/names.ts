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

export function sinceName(effectiveFrom: string): string {
  return Date.parse(effectiveFrom) === BEGINNING
    ? texts.prices.model.sinceEver
    : formatInstant(effectiveFrom, 'UTC');
}

export const scopeName = (orgId: string): string =>
  orgId === '' ? texts.prices.everyone : texts.prices.contract;
