import { useState } from 'react';
import { CALL_COLUMNS, type CallColumn, FIRST_COLUMNS } from './shared/columns';

const KEY = 'tokenledger.calls.columns';

/** What an older version of the page wrote may name columns that are gone. */
function remembered(): CallColumn[] {
  const names = (localStorage.getItem(KEY) ?? '').split(',');
  const known = CALL_COLUMNS.filter((column) => names.includes(column));
  return known.length === 0 ? FIRST_COLUMNS : known;
}

/** The columns this reader wants, remembered by the browser. The first one leads to the call and stays. */
export function useColumns() {
  const [columns, setColumns] = useState(remembered);
  const change = (chosen: CallColumn[]) => {
    localStorage.setItem(KEY, chosen.join(','));
    setColumns(chosen);
  };
  const toggle = (column: CallColumn) =>
    change(
      columns.includes(column)
        ? columns.filter((other) => other !== column)
        : CALL_COLUMNS.filter((other) => other === column || columns.includes(other)),
    );
  return { columns, toggle, reset: () => change(FIRST_COLUMNS) };
}
