import Typography from '@mui/material/Typography';
import type { Call, ResolvedCost } from '@/api/answers';
import { formatInstant } from '@/lib/instants';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';

const words = texts.call.cost;

/** Before this the price book knows no time: a price from then on holds always. */
const ALWAYS = 0;

interface Props {
  call: Call;
  price: NonNullable<ResolvedCost['price']>;
  tz: string;
}

const nameOf = ({ provider, modelName }: Pick<Call, 'provider' | 'modelName'>) =>
  `${providerName(provider)} ${modelName}`;

/**
 * Where the unit prices come from: what was sent may be listed under another name, and what was
 * recorded may have had another price, whose version tells its name.
 */
export function PriceSource({ call, price, tz }: Props) {
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
      {nameOf(call) !== nameOf(price) && `${words.pricedAs(nameOf(call), nameOf(price))} `}
      {kind(nameOf(price))}, {since}. {words.version(price.id)}
      {call.priceVersion !== null &&
        call.priceVersion !== price.id &&
        ` ${words.recordedWith(call.priceVersion)}`}
    </Typography>
  );
}
