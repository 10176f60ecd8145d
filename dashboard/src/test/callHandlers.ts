import { http, HttpResponse } from 'msw';
import { firstPage, resolved, revisions, secondPage } from './data/calls';
import { conversation, conversations } from './data/conversations';

const LEDGER = 'http://ledger.test';
const PRICING = 'http://pricing.test';

/** Single calls and conversations. */
export const callHandlers = [
  http.get(`${LEDGER}/orgs/:orgId/analytics/details`, ({ request }) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    return HttpResponse.json(cursor === null ? firstPage : secondPage);
  }),
  http.get(`${LEDGER}/orgs/:orgId/analytics/details/:eventId/revisions`, () =>
    HttpResponse.json(revisions),
  ),
  http.get(`${LEDGER}/orgs/:orgId/conversations`, () => HttpResponse.json(conversations)),
  http.get(`${LEDGER}/conversations/:id/usage`, ({ params }) =>
    HttpResponse.json({ ...conversation, conversationId: params.id }),
  ),
  http.post(`${PRICING}/v1/resolve`, () => HttpResponse.json([resolved])),
];
