import { createContext, use } from 'react';
import type { Api } from './clients';

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) {
    throw new Error('useApi is for what is inside the session');
  }
  return api;
}
