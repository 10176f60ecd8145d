import type { DashboardConfig } from '@/api/config';
import { type Scope, SCOPES } from './scopes';

interface Of {
  token: string;
  orgId: string;
  scopes: string[];
  services: DashboardConfig['services'];
  origin: string;
  /** Those that the token may call; none is any. */
  models: string[];
}

/** What a shell takes as it is, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const event = (orgId: string): string =>
  JSON.stringify({
    eventId: 'first-event',
    orgId,
    provider: 'openai',
    modelName: 'gpt-4o',
    inputTokens: 1200,
    outputTokens: 340,
  });

const call = (model: string): string =>
  JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] });

/** A command that shows the token to work, by the first of its scopes. */
export function curlExample({ token, orgId, scopes, services, origin, models }: Of): string {
  const at = (service: string): string => (service === '' ? origin : service);
  const org = encodeURIComponent(orgId);
  const urls: Record<Scope, string> = {
    'events:write': `${at(services.ingest)}/v1/events`,
    'analytics:read': `${origin}/orgs/${org}/analytics/summary?period=week`,
    'analytics:export': `${origin}/orgs/${org}/analytics/export?format=csv`,
    'prices:read': `${at(services.pricing)}/v1/prices?orgId=${org}`,
    'llm:call': `${at(services.gateway)}/v1/chat/completions`,
  };
  const scope = SCOPES.find((known) => scopes.includes(known)) ?? 'analytics:read';
  const lines = [`curl -H ${quoted(`Authorization: Bearer ${token}`)}`];
  const bodies: Partial<Record<Scope, string>> = {
    'events:write': event(orgId),
    'llm:call': call(models[0] ?? 'echo-1'),
  };
  const body = bodies[scope];
  if (body !== undefined) {
    lines.push(`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(body)}`);
  }
  return [...lines, quoted(urls[scope])].join(' \\\n  ');
}
