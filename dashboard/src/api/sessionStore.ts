import type { Credentials } from './clients';

export type SessionState =
  | { status: 'signedIn'; token: string }
  | { status: 'signedOut'; why: 'never' | 'expired' | 'left' };

/**
 * Who is signed in. The token is kept in this closure and nowhere else: neither in storage, where
 * any script of the origin could read it, nor in the page.
 */
export function createSessionStore() {
  let state: SessionState = { status: 'signedOut', why: 'never' };
  const listeners = new Set<() => void>();

  function become(next: SessionState) {
    state = next;
    listeners.forEach((listener) => listener());
  }

  const credentials: Credentials = {
    token: () => (state.status === 'signedIn' ? state.token : undefined),
    refused: () => {
      // A wrong password is answered with 401, too, and ends no session.
      if (state.status === 'signedIn') {
        become({ status: 'signedOut', why: 'expired' });
      }
    },
  };

  return {
    credentials,
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signedIn: (token: string) => become({ status: 'signedIn', token }),
    left: () => become({ status: 'signedOut', why: 'left' }),
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
