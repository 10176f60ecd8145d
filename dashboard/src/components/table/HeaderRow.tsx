import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { type Column, flexRender, type Header, type RowData } from '@tanstack/react-table';

declare module '@tanstack/react-table' {
  // The parameters have to be those of the library.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Numbers stand on the right, so that their digits stand below each other. */
    numeric?: boolean;
    /** Sentences may take several lines; all else is read at one glance, or scrolled to. */
    wraps?: boolean;
  }
}

export function alignOf<Row>(column: Column<Row>): 'left' | 'right' {
  return column.columnDef.meta?.numeric === true ? 'right' : 'left';
}

function HeaderCell<Row>({ header }: { header: Header<Row, unknown> }) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const heading = flexRender(column.columnDef.header, header.getContext());
  return (
    <TableCell align={alignOf(column)} sortDirection={sorted} sx={{ whiteSpace: 'nowrap' }}>
      {column.getCanSort() ? (
        <TableSortLabel
          active={sorted !== false}
          direction={sorted === false ? 'desc' : sorted}
          onClick={column.getToggleSortingHandler()}
        >
          {heading}
        </TableSortLabel>
      ) : (
        heading
      )}
    </TableCell>
  );
}

export function HeaderRow<Row>({ headers }: { headers: Header<Row, unknown>[] }) {
  return (
    <TableHead>
      <TableRow>
        {headers.map((header) => (
          <HeaderCell key={header.id} header={header} />
        ))}
      </TableRow>
    </TableHead>
  );
}
