import { convert, formatExactUsd, formatUsd, type Usd, usdOfMicros } from '@/lib/money';
import { useCurrency } from './currency/CurrencyContext';

type Props = { micros: number } | { usd: Usd };

/** An amount, short to read; the exact one is in its title and, for programs, in its value. */
export function Money(props: Props) {
  const currency = useCurrency();
  const usd = 'usd' in props ? props.usd : usdOfMicros(props.micros);
  return (
    <data value={convert(usd, currency)} title={formatExactUsd(usd, currency)}>
      {formatUsd(usd, currency)}
    </data>
  );
}
