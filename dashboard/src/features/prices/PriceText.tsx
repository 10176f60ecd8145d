import { formatExactUsd } from '@/lib/money';
import { texts } from '@/texts';

/** A price with all its digits; a dash where none is listed. */
export function PriceText({ price }: { price: string | null | undefined }) {
  if (price === null || price === undefined) {
    return <span title={texts.prices.model.notListed}>{texts.values.none}</span>;
  }
  return <data value={price}>{formatExactUsd(price)}</data>;
}
