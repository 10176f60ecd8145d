import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableRow from '@mui/material/TableRow';
import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useState } from 'react';
import { texts } from '@/texts';
import { alignOf, HeaderRow } from './HeaderRow';

interface Props<Row> {
  /** What the table is, for those who do not see it. */
  label: string;
  columns: ColumnDef<Row, never>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  initialSort?: SortingState;
  /** How many rows are shown until the reader asks for all. */
  first?: number;
}

/** A table the reader sorts by its headings, with the mouse or the keyboard. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  initialSort = [],
  first,
}: Props<Row>) {
  const [sorting, setSorting] = useState<SortingState>(initialSort);
  const [all, setAll] = useState(false);
  const table = useReactTable({
    columns,
    data: rows,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    enableSortingRemoval: false,
    sortDescFirst: true,
  });
  const sorted = table.getRowModel().rows;
  const shown = all || first === undefined ? sorted : sorted.slice(0, first);
  return (
    <>
      {/* Scrolls sideways on phones, also by keyboard. */}
      <TableContainer tabIndex={0} role="group" aria-label={label}>
        <Table size="small" aria-label={label}>
          <HeaderRow headers={table.getFlatHeaders()} />
          <TableBody>
            {shown.map((row) => (
              <TableRow key={row.id} hover>
                {row.getVisibleCells().map((cell) => (
                  <TableCell
                    key={cell.id}
                    align={alignOf(cell.column)}
                    sx={{ whiteSpace: cell.column.columnDef.meta?.wraps ? 'normal' : 'nowrap' }}
                  >
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {first !== undefined && rows.length > first && (
        <Box sx={{ textAlign: 'center', pt: 1 }}>
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? texts.table.showLess : texts.table.showAll(rows.length)}
          </Button>
        </Box>
      )}
    </>
  );
}
