import type { ReactNode } from 'react';
import { useRates } from '@/api/useRates';
import type { Day } from '@/lib/days';
import { DOLLARS } from '@/lib/money';
import { useParam } from '@/lib/useParam';
import { CurrencyContext } from './CurrencyContext';

interface Props {
  /** The last day of the report, whose rate counts. */
  on: Day;
  children: ReactNode;
}

/** A report whose amounts are shown in the currency that the address names, or else in dollars. */
export function InCurrency({ on, children }: Props) {
  const [code] = useParam('currency');
  const { chosen } = useRates(code, on);
  return <CurrencyContext value={chosen ?? DOLLARS}>{children}</CurrencyContext>;
}
