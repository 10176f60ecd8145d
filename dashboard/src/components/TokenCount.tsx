import { formatCompact, formatCount } from '@/lib/numbers';

/** A count, short to read, exact in its title. */
export function TokenCount({ tokens }: { tokens: number }) {
  return (
    <data value={tokens} title={formatCount(tokens)}>
      {formatCompact(tokens)}
    </data>
  );
}
