import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { RowFault } from '@/api/problem';
import { texts } from '@/texts';

const words = texts.members;

/** What is wrong with each row, beside what the row says. */
export function ImportFaults({ faults, rows }: { faults: RowFault[]; rows: string[] }) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label={words.faults} sx={{ maxHeight: 260 }}>
      <Table size="small" stickyHeader aria-label={words.faults}>
        <TableHead>
          <TableRow>
            <TableCell align="right">{words.row}</TableCell>
            <TableCell>{words.fault}</TableCell>
            <TableCell>{words.content}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {faults.map(({ row, detail }) => (
            <TableRow key={`${row}/${detail}`}>
              <TableCell align="right">{row}</TableCell>
              <TableCell>{detail}</TableCell>
              <TableCell sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
                {rows[row - 1]}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
