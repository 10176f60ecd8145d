import Box from '@mui/material/Box';
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

/** A call is one line, and as many columns as may be fit on a screen. */
const DENSE = { '& td, & th': { px: 1.25, whiteSpace: 'nowrap' } };

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
        <Box sx={DENSE}>
          <DataTable
            label={texts.calls.table}
            columns={definitions}
            rows={calls}
            rowKey={({ eventId }) => eventId}
            selected={selected}
            onSelect={select}
          />
        </Box>
      )}
    </CallZone>
  );
}
