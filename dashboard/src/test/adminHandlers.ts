import { http, HttpResponse } from 'msw';
import { apiTokens } from './data/apiTokens';
import { auditEntries, olderEntry } from './data/audit';
import { moves, syncRun, syncRuns } from './data/lists';
import { members } from './data/members';
import {
  aliases,
  claudeFactor,
  firstPage,
  gpt4oContract,
  gpt4oHistory,
  gpt4oList,
  lastPage,
  unpriced,
} from './data/prices';
import { totals } from './data/totals';

const PRICING = 'http://pricing.test';
const ORG = 'http://ledger.test/orgs/:orgId';

const queryOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

/** 412 requests of gpt-4o, which cost exactly what the contract says. */
const gpt4oUsage = totals('3.8876', 412, {
  inputTokens: 1_000_000,
  outputTokens: 250_950,
  cacheReadTokens: 120_000,
  cacheWriteTokens: 0,
  reasoningTokens: 0,
});

const settings = {
  orgId: 'northwind-labs',
  name: 'Northwind Labs',
  timeZone: 'Europe/Berlin',
  currencyLabel: 'USD',
  retentionDays: 365,
  createdAt: '2025-10-01T08:00:00Z',
};

const priceHandlers = [
  http.get(`${PRICING}/v1/prices`, ({ request }) =>
    HttpResponse.json(queryOf(request).get('cursor') === '' ? firstPage : lastPage),
  ),
  http.get(`${PRICING}/v1/prices/openai/gpt-4o`, ({ request }) =>
    HttpResponse.json({
      ...(queryOf(request).has('orgId') ? gpt4oContract : gpt4oList),
      factor: null,
    }),
  ),
  http.get(`${PRICING}/v1/prices/openai/gpt-4o/history`, () =>
    HttpResponse.json({ versions: gpt4oHistory }),
  ),
  http.get(`${PRICING}/v1/aliases`, () => HttpResponse.json({ aliases })),
  http.get(`${PRICING}/v1/orgs/:orgId/price-factors`, () =>
    HttpResponse.json({ factors: [claudeFactor], nextCursor: null }),
  ),
  http.get(`${PRICING}/v1/unpriced`, () => HttpResponse.json(unpriced)),
  http.get(`${PRICING}/v1/reprice/runs`, () => HttpResponse.json({ runs: [] })),
  http.get(`${PRICING}/v1/sync/quarantine`, () => HttpResponse.json({ moves, nextCursor: null })),
  http.get(`${PRICING}/v1/sync/runs`, () =>
    HttpResponse.json({ runs: syncRuns, nextCursor: null }),
  ),
  http.get(`${PRICING}/v1/sync/runs/12`, () => HttpResponse.json(syncRun)),
  http.get(`${ORG}/analytics/breakdown`, () =>
    HttpResponse.json({ by: 'modelName', totals: gpt4oUsage, rows: [] }),
  ),
];

const directoryHandlers = [
  http.get(ORG, () => HttpResponse.json(settings)),
  http.get(`${ORG}/members`, () => HttpResponse.json({ members, nextCursor: null })),
  http.get(`${ORG}/api-tokens`, () => HttpResponse.json({ apiTokens })),
  http.get(`${ORG}/audit-log`, ({ request }) =>
    HttpResponse.json(
      queryOf(request).has('cursor')
        ? { entries: [olderEntry], nextCursor: null }
        : { entries: auditEntries, nextCursor: '43' },
    ),
  ),
];

/** What owners and admins look after. */
export const adminHandlers = [...priceHandlers, ...directoryHandlers];
