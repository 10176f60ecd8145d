import { expect, test } from 'vitest';
import { curlExample } from './example';

const of = (scopes: string[], orgId = 'acme') =>
  curlExample({
    token: 'tl_x',
    orgId,
    scopes,
    services: {
      pricing: 'http://prices.test',
      ingest: '',
      aggregator: '',
      gateway: 'http://gateway.test',
    },
    origin: 'http://ledger.test',
    models: [],
  });

test('the command is for what the token may do', () => {
  expect(of(['prices:read'])).toBe(
    "curl -H 'Authorization: Bearer tl_x' \\\n  'http://prices.test/v1/prices?orgId=acme'",
  );
  expect(of(['analytics:export', 'analytics:read'])).toContain('/orgs/acme/analytics/summary');
  expect(of(['events:write'])).toContain("'http://ledger.test/v1/events'");
});

test('a key for calls asks the gateway', () => {
  const command = of(['llm:call']);
  expect(command).toContain("'http://gateway.test/v1/chat/completions'");
  expect(command).toContain('"model":"echo-1"');
});

test('an id with a quote cannot break out of its argument', () => {
  expect(of(['events:write'], "a'b")).toContain(String.raw`"orgId":"a'\''b"`);
});
