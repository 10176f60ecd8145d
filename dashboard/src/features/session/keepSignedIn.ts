import type { OidcConfig } from '@/api/config';
import { refresh, type Tokens } from './oidc';
import type { SessionStore } from '@/api/sessionStore';

const BEFORE_EXPIRY_SECONDS = 30;

/** Providers give tokens for minutes; a page that is open all day gets a new one before each expires. */
export function keepSignedIn(config: OidcConfig, store: SessionStore, tokens: Tokens): void {
  const { refreshToken, expiresInSeconds } = tokens;
  if (refreshToken === undefined || expiresInSeconds === undefined) {
    return;
  }
  const wait = Math.max(expiresInSeconds - BEFORE_EXPIRY_SECONDS, expiresInSeconds / 2);
  setTimeout(() => {
    if (store.state().status !== 'signedIn') {
      return;
    }
    refresh(config, refreshToken).then(
      (next) => {
        store.signedIn(next.token);
        // A provider that does not rotate refresh tokens leaves the old one good.
        keepSignedIn(config, store, { ...next, refreshToken: next.refreshToken ?? refreshToken });
      },
      () => store.credentials.refused(),
    );
  }, wait * 1_000);
}
