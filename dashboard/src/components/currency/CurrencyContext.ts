import { createContext, use } from 'react';
import { type Currency, DOLLARS } from '@/lib/money';

export const CurrencyContext = createContext<Currency>(DOLLARS);

/** What the amounts of this part of the page are shown in. */
export function useCurrency(): Currency {
  return use(CurrencyContext);
}
