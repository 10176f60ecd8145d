import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { HiddenText } from '@/components/HiddenText';
import { texts } from '@/texts';
import { PriceText } from '../PriceText';
import { componentName } from '../rates/components';
import type { Change } from '../types';
import { factorOf } from './factor';

const words = texts.prices.lists;

function Factor({ change }: { change: Change }) {
  const factor = factorOf(change);
  if (factor === undefined) {
    return null;
  }
  const dearer = Number(factor) > 1;
  return (
    <Box component="span" sx={{ fontWeight: 700, color: dearer ? 'error.main' : 'success.main' }}>
      {words.factor(factor)}
    </Box>
  );
}

/** What holds beside what a list proposes; what stays the same is left out. */
export function MoveTable({ label, changes }: { label: string; changes: Change[] }) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label={label}>
      <Table size="small" aria-label={label} sx={{ maxWidth: 620, tableLayout: { sm: 'fixed' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{words.component}</TableCell>
            <TableCell align="right">{words.from}</TableCell>
            <TableCell align="right">{words.to}</TableCell>
            <TableCell>
              <HiddenText>{words.factorHeading}</HiddenText>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map((change) => (
            <TableRow key={change.component}>
              <TableCell component="th" scope="row">
                {componentName(change.component)}
              </TableCell>
              <TableCell align="right">
                <PriceText price={change.from} />
              </TableCell>
              <TableCell align="right">
                <PriceText price={change.to} />
              </TableCell>
              <TableCell align="right">
                <Factor change={change} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
