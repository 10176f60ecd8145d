import Typography from '@mui/material/Typography';
import type { ResolvedCost } from '@/api/answers';
import { formatInstant } from '@/lib/instants';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';

const words = texts.call.cost;

/** Before this the price book knows no time: a price from then on holds always. */
const ALWAYS = 0;

interface Props {
  price: NonNullable<ResolvedCost['price']>;
  tz: string;
}

/** Where the unit prices come from; an alias may lead to those of another model. */
export function PriceSource({ price, tz }: Props) {
  const since =
    Date.parse(price.effectiveFrom) <= ALWAYS
      ? words.always
      : words.effective(formatInstant(price.effectiveFrom, tz));
  const kind = price.orgId === '' ? words.listPrice : words.contractPrice;
  return (
    <Typography
      variant="caption"
      component="p"
      color="textSecondary"
      sx={{ mt: 1, overflowWrap: 'anywhere' }}
    >
      {kind(`${providerName(price.provider)} ${price.modelName}`)}, {since}.{' '}
      {words.version(price.id)}
    </Typography>
  );
}
