import type { ReactNode } from 'react';
import { DOLLARS } from '@/lib/money';
import { CurrencyContext } from './CurrencyContext';

/** Prices and budgets are set in dollars, and shown as they were set. */
export function InDollars({ children }: { children: ReactNode }) {
  return <CurrencyContext value={DOLLARS}>{children}</CurrencyContext>;
}
