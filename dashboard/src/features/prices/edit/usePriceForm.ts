import { useState } from 'react';
import type { Rates } from '../rates/rates';
import { type Faults, faultsOf, isWithoutPrices } from './faults';
import { formOf, type RateForm, ratesOf } from './form';

export interface PriceForm {
  form: RateForm;
  faults: Faults;
  /** That the reader wanted to save, and there is not a single price. */
  withoutPrices: boolean;
  /** What the form says, once it is without faults. */
  rates: Rates | undefined;
  change: (form: RateForm) => void;
  /** Shows what is missing, too; answers the prices when nothing is. */
  complete: () => Rates | undefined;
}

export function usePriceForm(initial: Rates | null): PriceForm {
  const [form, change] = useState(() => formOf(initial));
  const [tried, setTried] = useState(false);
  const whole = faultsOf(form, true);
  const empty = isWithoutPrices(form);
  const rates = whole.size > 0 || empty ? undefined : ratesOf(form);
  return {
    form,
    faults: tried ? whole : faultsOf(form, false),
    withoutPrices: tried && empty,
    rates,
    change,
    complete: () => {
      setTried(true);
      return rates;
    },
  };
}
