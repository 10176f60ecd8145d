import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import type { Call } from '@/api/answers';
import { DataTable } from '@/components/table/DataTable';
import { texts } from '@/texts';
import { CallCards } from './CallCards';
import { CallZone } from './CallZone';
import { type CallColumn, columnDefs } from './columns';
import { useSelectedCall } from './useSelectedCall';

interface Props {
  tz: string;
  calls: Call[];
  columns: CallColumn[];
}

/** Single calls as a table, on phones as a list. Each leads to its panel. */
export function CallTable({ tz, calls, columns }: Props) {
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const { selected, select } = useSelectedCall();
  const definitions = useMemo(() => columnDefs(columns), [columns]);
  return (
    <CallZone value={tz}>
      {narrow ? (
        <CallCards calls={calls} />
      ) : (
        <DataTable
          label={texts.calls.table}
          columns={definitions}
          rows={calls}
          rowKey={({ eventId }) => eventId}
          selected={selected}
          onSelect={select}
        />
      )}
    </CallZone>
  );
}
