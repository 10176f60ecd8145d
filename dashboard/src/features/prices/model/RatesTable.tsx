import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { texts } from '@/texts';
import { PriceText } from '../PriceText';
import { variantName } from '../rates/components';
import { type Rates, TOKEN_CLASSES, UNITS, variantsOf } from '../rates/rates';

const words = texts.prices;

function PieceRow({ name, price }: { name: string; price: string }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      <TableCell align="right">
        <PriceText price={price} />
      </TableCell>
    </TableRow>
  );
}

/** All prices of a version: token classes by tier, then what is charged by the piece. */
export function RatesTable({ rates }: { rates: Rates }) {
  const variants = variantsOf(rates);
  const classes = TOKEN_CLASSES.filter((name) =>
    variants.some(({ prices }) => prices[name] !== undefined),
  );
  const units = UNITS.flatMap((unit) => {
    const price = rates.units?.[unit];
    return price === undefined ? [] : [{ unit, price }];
  });
  return (
    <TableContainer tabIndex={0} role="group" aria-label={words.model.effective}>
      <Table size="small" aria-label={words.model.effective}>
        <TableHead>
          <TableRow>
            <TableCell>{words.model.component}</TableCell>
            {variants.map((variant) => (
              <TableCell key={variantName(variant)} align="right" sx={{ whiteSpace: 'nowrap' }}>
                {variantName(variant)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {classes.map((name) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {words.components[name]}
              </TableCell>
              {variants.map((variant) => (
                <TableCell key={variantName(variant)} align="right">
                  <PriceText price={variant.prices[name]} />
                </TableCell>
              ))}
            </TableRow>
          ))}
          {rates.perRequest !== undefined && (
            <PieceRow name={words.components.perRequest} price={rates.perRequest} />
          )}
          {units.map(({ unit, price }) => (
            <PieceRow key={unit} name={words.units[unit]} price={price} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
