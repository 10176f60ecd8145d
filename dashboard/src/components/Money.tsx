import { formatExactUsd, formatUsd, type Usd, usdOfMicros } from '@/lib/money';

type Props = { micros: number } | { usd: Usd };

/** An amount, short to read; the exact one is in its title and, for programs, in its value. */
export function Money(props: Props) {
  const amount = 'usd' in props ? props.usd : usdOfMicros(props.micros);
  return (
    <data value={amount} title={formatExactUsd(amount)}>
      {formatUsd(amount)}
    </data>
  );
}
