import { texts } from '@/texts';

/** As docs/access.md lists them; the first that a token has chooses its example. */
export const SCOPES = [
  'events:write',
  'analytics:read',
  'analytics:export',
  'prices:read',
  'llm:call',
] as const;

/** With it a token is a key of the gateway, and says something of each call. */
export const CALLS = 'llm:call' satisfies (typeof SCOPES)[number];

export type Scope = (typeof SCOPES)[number];

const names: Record<string, string> = texts.tokens.scopeNames;

export const scopeName = (scope: string): string => names[scope] ?? scope;
