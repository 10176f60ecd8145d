import { http, HttpResponse } from 'msw';
import type { DashboardConfig } from '@/api/config';
import { callHandlers } from './callHandlers';
import { budget } from './data/budget';
import { adminHandlers } from './adminHandlers';
import { me } from './data/me';
import { ownUsage } from './data/ownUsage';
import { deadLetters, drift, intake, platformOrgs } from './data/platform';
import { summary } from './data/summary';
import { tagReport } from './data/tagReport';
import { timeline } from './data/timeline';
import { topUsers } from './data/topUsers';

export const config: DashboardConfig = {
  signIn: 'password',
  demoUsers: ['mara.lindqvist', 'ines.moreau'],
  oidc: null,
  chat: true,
  services: {
    pricing: 'http://pricing.test',
    ingest: 'http://ingest.test',
    aggregator: 'http://aggregator.test',
    gateway: 'http://gateway.test',
  },
};

export const ORIGIN = 'http://ledger.test';

export const token = { token: 'jwt-of-mara', expiresAt: '2026-03-02T18:00:00Z' };

/** An RFC 9457 answer as the services give it. */
export function problem(status: number, code: string, detail: string) {
  return HttpResponse.json({ status, code, detail, title: code }, { status });
}

export const handlers = [
  ...callHandlers,
  http.get(`${ORIGIN}/app/config.json`, () => HttpResponse.json(config)),
  http.post(`${ORIGIN}/auth/session`, () => HttpResponse.json(token)),
  http.post(`${ORIGIN}/auth/login`, () => HttpResponse.json(token)),
  http.post(`${ORIGIN}/auth/logout`, () => new HttpResponse(null, { status: 204 })),
  http.get(`${ORIGIN}/me`, () => HttpResponse.json(me)),
  http.get(`${ORIGIN}/me/usage`, () => HttpResponse.json(ownUsage)),
  http.get(`${ORIGIN}/orgs/:orgId/budget`, () => HttpResponse.json(budget)),
  http.get(`${ORIGIN}/orgs/:orgId/analytics/top-users`, () => HttpResponse.json({ topUsers })),
  http.get(`${ORIGIN}/orgs/:orgId/analytics/tags/:key/:value`, () => HttpResponse.json(tagReport)),
  http.get(`${ORIGIN}/v1/exchange-rates`, () => HttpResponse.json({ on: '2026-03-02', rates: [] })),
  http.get(`${ORIGIN}/platform/orgs`, () => HttpResponse.json(platformOrgs)),
  http.get('http://ingest.test/v1/intake', () => HttpResponse.json(intake)),
  http.get('http://ingest.test/v1/dead-letters', () => HttpResponse.json(deadLetters)),
  http.get('http://aggregator.test/v1/rollups/drift', () => HttpResponse.json(drift)),
  http.get(`${ORIGIN}/orgs/:orgId/analytics/summary`, () => HttpResponse.json(summary)),
  http.get(`${ORIGIN}/orgs/:orgId/analytics/timeline`, ({ request }) =>
    HttpResponse.json(timeline(new URL(request.url).searchParams.get('groupBy'))),
  ),
  ...adminHandlers,
];
