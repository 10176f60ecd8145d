import Typography from '@mui/material/Typography';
import type { ResolvedCost } from '@/api/answers';
import { formatInstant } from '@/lib/instants';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';

const t = texts.call.cost;

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
      ? t.always
      : t.effective(formatInstant(price.effectiveFrom, tz));
  const kind = price.orgId === '' ? t.listPrice : t.contractPrice;
  return (
    <Typography
      variant="caption"
      component="p"
      color="textSecondary"
      sx={{ mt: 1, overflowWrap: 'anywhere' }}
    >
      {kind(`${providerName(price.provider)} ${price.modelName}`)}, {since}. {t.version(price.id)}
    </Typography>
  );
}
