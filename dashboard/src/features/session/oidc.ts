import * as oauth from 'oauth4webapi';
import type { OidcConfig } from '@/api/config';

/** What must survive the way to the provider and back. It holds no token. */
interface Pending {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
}

export interface Tokens {
  token: string;
  refreshToken: string | undefined;
  expiresInSeconds: number | undefined;
}

const PENDING = 'tokenledger.oidc';

// Marked as deprecated by its authors to make it stand out: without TLS is only a provider on the
// developer's own machine.
const options = ({ issuer }: OidcConfig) => ({
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  [oauth.allowInsecureRequests]: issuer.startsWith('http://'),
});

export const redirectUri = (): string =>
  `${window.location.origin}${import.meta.env.BASE_URL}sign-in`;

async function discover(config: OidcConfig): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(config.issuer);
  const response = await oauth.discoveryRequest(issuer, options(config));
  return oauth.processDiscoveryResponse(issuer, response);
}

/** The provider's sign-in page, with PKCE. */
export async function authorizationUrl(config: OidcConfig, returnTo: string): Promise<URL> {
  const server = await discover(config);
  const pending: Pending = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo,
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint ?? config.issuer);
  url.search = new URLSearchParams({
    ...Object.fromEntries(url.searchParams),
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: config.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    state: pending.state,
    nonce: pending.nonce,
  }).toString();
  return url;
}

/** Exchanges the code the provider sent back, once. */
export async function finish(
  config: OidcConfig,
  callback: URL,
): Promise<Tokens & Pick<Pending, 'returnTo'>> {
  const stored = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (stored === null) {
    throw new Error('this browser tab did not start it');
  }
  const { verifier, state, nonce, returnTo } = JSON.parse(stored) as Pending;
  const server = await discover(config);
  const client: oauth.Client = { client_id: config.clientId };
  const parameters = oauth.validateAuthResponse(server, client, callback, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    options(config),
  );
  const expectedNonce = config.scope.split(' ').includes('openid') ? nonce : undefined;
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce,
  });
  return { ...tokensOf(tokens), returnTo };
}

export async function refresh(config: OidcConfig, refreshToken: string): Promise<Tokens> {
  const server = await discover(config);
  const client: oauth.Client = { client_id: config.clientId };
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.None(),
    refreshToken,
    options(config),
  );
  return tokensOf(await oauth.processRefreshTokenResponse(server, client, response));
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  return {
    token: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresInSeconds: answer.expires_in,
  };
}
