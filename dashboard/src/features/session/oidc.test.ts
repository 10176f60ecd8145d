import { http, HttpResponse } from 'msw';
import { beforeAll, expect, test, vi } from 'vitest';
import { server } from '@/test/server';
import { authorizationUrl, finish, refresh } from './oidc';

const ISSUER = 'https://id.test/realms/acme';
const CONFIG = { issuer: ISSUER, clientId: 'tokenledger', scope: 'openid profile' };

// Node's crypto answers with an ArrayBuffer of its own realm, which in jsdom's is an instance of none.
beforeAll(async () => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array());
  vi.stubGlobal('ArrayBuffer', digest.constructor);
  return () => vi.unstubAllGlobals();
});

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** Signature and all: the code flow gets it over TLS from the issuer, which is why none is checked. */
function idToken(nonce: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: 'tokenledger', sub: 'mara', iat: now, exp: now + 300, nonce };
  return [JSON.stringify({ alg: 'RS256' }), JSON.stringify(claims), 'signature']
    .map(base64url)
    .join('.');
}

const asked: Record<string, string>[] = [];

function provider(nonceOf: () => string) {
  asked.length = 0;
  server.use(
    http.get(`${ISSUER}/.well-known/openid-configuration`, () =>
      HttpResponse.json({
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/auth`,
        token_endpoint: `${ISSUER}/token`,
      }),
    ),
    http.post(`${ISSUER}/token`, async ({ request }) => {
      asked.push(Object.fromEntries(new URLSearchParams(await request.text())));
      return HttpResponse.json({
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 300,
        refresh_token: 'again',
        id_token: idToken(nonceOf()),
      });
    }),
  );
}

async function begin() {
  let nonce = '';
  provider(() => nonce);
  const url = await authorizationUrl(CONFIG, '/orgs/acme/analytics?period=7d');
  nonce = url.searchParams.get('nonce') ?? '';
  return url;
}

const callback = (state: string | null) =>
  new URL(`http://ledger.test/app/sign-in?code=c0de&state=${state ?? ''}`);

test('asks the provider for a code, with PKCE', async () => {
  const url = await begin();
  expect(url.origin + url.pathname).toBe(`${ISSUER}/auth`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: 'tokenledger',
    redirect_uri: 'http://ledger.test/app/sign-in',
    response_type: 'code',
    scope: 'openid profile',
    code_challenge_method: 'S256',
  });
});

test('exchanges the code for a token, once, and remembers where the reader was', async () => {
  const url = await begin();
  const back = callback(url.searchParams.get('state'));
  expect(await finish(CONFIG, back)).toEqual({
    token: 'access',
    refreshToken: 'again',
    expiresInSeconds: 300,
    returnTo: '/orgs/acme/analytics?period=7d',
  });
  expect(asked[0]).toMatchObject({ grant_type: 'authorization_code', code: 'c0de' });
  expect(asked[0]?.code_verifier).toHaveLength(43);
  expect(sessionStorage).toHaveLength(0);
  await expect(finish(CONFIG, back)).rejects.toThrow('this browser tab did not start it');
});

test('refuses an answer to a question it did not ask', async () => {
  await begin();
  await expect(finish(CONFIG, callback('forged'))).rejects.toThrow();
});

test('gets a new token before the old one expires', async () => {
  await begin();
  expect((await refresh(CONFIG, 'again')).token).toBe('access');
  expect(asked[0]).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'again' });
});
