import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { OidcConfig } from '@/api/config';
import { safeReturnPath, signInPath } from './returnPath';
import { useSession } from '@/api/SessionContext';

// Loaded by those who sign in so, not by all.
const protocol = () => import('./oidc');

function useCallbackExchange(config: OidcConfig) {
  const { store } = useSession();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => (await protocol()).finish(config, new URL(window.location.href)),
    onSuccess: async (tokens) => {
      const { keepSignedIn } = await import('./keepSignedIn');
      // The code must not stay in the address; the page then goes on to where the reader wanted to be.
      await navigate(signInPath(safeReturnPath(tokens.returnTo)), { replace: true });
      store.signedIn(tokens.token);
      keepSignedIn(config, store, tokens);
    },
  });
}

/**
 * Signs in at the provider. There is nothing to choose, so it begins by itself, unless the reader
 * has just left; and it ends what the provider sent this page back for.
 */
export function useOidcSignIn(config: OidcConfig, returnTo: string) {
  const { state } = useSession();
  const [params] = useSearchParams();
  const begin = useMutation({
    mutationFn: async () => (await protocol()).authorizationUrl(config, returnTo),
    onSuccess: (url) => window.location.assign(url),
  });
  const exchange = useCallbackExchange(config);
  const wentOn = useRef(false);
  useEffect(() => {
    if (wentOn.current) {
      return;
    }
    wentOn.current = true;
    if (params.has('code') || params.has('error')) {
      exchange.mutate();
    } else if (state.status === 'signedOut' && state.why !== 'left') {
      begin.mutate();
    }
  }, [params, state, begin, exchange]);
  return {
    begin: () => begin.mutate(),
    error: begin.error ?? exchange.error,
    pending: begin.isPending || begin.isSuccess || exchange.isPending,
  };
}
