import { createContext, use, useSyncExternalStore } from 'react';
import type { DashboardConfig } from './config';
import type { SessionState, SessionStore } from './sessionStore';

interface Session {
  config: DashboardConfig;
  store: SessionStore;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session & { state: SessionState } {
  const session = use(SessionContext);
  if (session === null) {
    throw new Error('useSession is for what is inside the app');
  }
  const { store } = session;
  return { ...session, state: useSyncExternalStore(store.subscribe, store.state) };
}
