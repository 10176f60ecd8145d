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
import { type MouseEvent, useState } from 'react';
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
  /** The key of the row that is looked at, and how another is. A link in the row has to do the same. */
  selected?: string | undefined;
  onSelect?: (key: string) => void;
}

/** A click on what is itself active in a row is not one on the row. */
const onRow = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('a, button, input') === null;

/** A table the reader sorts by its headings, with the mouse or the keyboard. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  initialSort = [],
  first,
  selected,
  onSelect,
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
              <TableRow
                key={row.id}
                hover
                selected={row.id === selected}
                onClick={onSelect && ((event: MouseEvent) => onRow(event) && onSelect(row.id))}
                sx={onSelect && { cursor: 'pointer' }}
              >
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
