import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Call, CostLine, ResolvedCost } from '@/api/answers';
import { locales } from '@/lib/locale';
import { formatExactUsd, usdOfNanos } from '@/lib/money';
import { texts } from '@/texts';
import { perMillion } from '../decimals';
import { PriceSource } from './PriceSource';

const words = texts.call.cost;
const names: Record<string, string> = texts.call.components;
const units: Record<string, string> = texts.call.units;

const quantities = new Intl.NumberFormat([...locales], { maximumFractionDigits: 6 });

/** Tokens are sold by the million, all else by the piece. */
function unitPriceOf({ component, unitPriceUsd }: CostLine): string {
  const unit = units[component];
  if (unit === undefined && names[component] !== undefined) {
    return words.perMillion(formatExactUsd(perMillion(unitPriceUsd)));
  }
  return words.perOne(formatExactUsd(unitPriceUsd), unit ?? component);
}

/** Why it is this price: what multiplied it, and where it was not listed for this very class. */
function reasonsOf({ component, multipliers, origin }: CostLine): string {
  const { card, contextAbove, halved, of } = origin;
  return [
    ...multipliers.map(({ factor, trait, value, rule }) =>
      typeof rule === 'string'
        ? words.priceFactor(factor, value, rule)
        : words.multiplied(factor, trait, value),
    ),
    ...(card !== null && card !== 'standard' ? [card] : []),
    ...(contextAbove !== null ? [words.above(contextAbove)] : []),
    ...(halved ? [words.halved] : []),
    ...(of !== component ? [words.fromPriceOf(names[of] ?? of)] : []),
  ].join(', ');
}

function Line({ line }: { line: CostLine }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {names[line.component] ?? line.component}
        {reasonsOf(line) !== '' && (
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {reasonsOf(line)}
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">
        {quantities.format(line.quantity as Intl.StringNumericLiteral)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: { sm: 'nowrap' } }}>
        {unitPriceOf(line)}
      </TableCell>
      <TableCell align="right">{formatExactUsd(line.costUsd)}</TableCell>
    </TableRow>
  );
}

/** What the cached tokens would have cost without a cache, less what they cost. */
function CacheSaved({ nanos }: { nanos: number }) {
  const amount = formatExactUsd(usdOfNanos(Math.abs(nanos)));
  return (
    <Typography variant="body2" sx={{ mt: 1 }}>
      {nanos > 0 ? words.cacheSaved(amount) : words.cacheCost(amount)}
    </Typography>
  );
}

interface Props {
  call: Call;
  cost: ResolvedCost;
  tz: string;
}

export function CostLines({ call, cost, tz }: Props) {
  const { costUsd, price, components, cacheSavedNanos } = cost;
  return (
    <>
      <Table size="small" aria-label={words.lines} sx={{ mt: 1, '& td, & th': { px: 0.5 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{words.component}</TableCell>
            <TableCell align="right">{words.quantity}</TableCell>
            <TableCell align="right">{words.unitPrice}</TableCell>
            <TableCell align="right">{words.amount}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {components.map((line) => (
            <Line key={line.component} line={line} />
          ))}
          {costUsd !== null && (
            <TableRow sx={{ '& td, & th': { fontWeight: 700, border: 0 } }}>
              <TableCell component="th" scope="row" colSpan={3}>
                {words.total}
              </TableCell>
              <TableCell align="right">{formatExactUsd(costUsd)}</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
      {cacheSavedNanos !== 0 && <CacheSaved nanos={cacheSavedNanos} />}
      {price !== null && <PriceSource call={call} price={price} tz={tz} />}
    </>
  );
}
