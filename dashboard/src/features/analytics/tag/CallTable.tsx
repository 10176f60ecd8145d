import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Call } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';

const words = texts.analytics.tag;

const column = createColumnHelper<Call>();

function Status({ call: { success, errorMessage } }: { call: Call }) {
  return (
    <Tooltip title={errorMessage ?? ''}>
      <Chip
        size="small"
        variant="outlined"
        color={success ? 'success' : 'error'}
        label={success ? words.ok : words.failed}
      />
    </Tooltip>
  );
}

function columnsIn(timeZone: string): ColumnDef<Call, never>[] {
  return [
    column.accessor('occurredAt', {
      header: words.time,
      cell: ({ getValue }) => formatInstant(getValue(), timeZone),
    }),
    column.accessor('modelName', { header: words.model }),
    column.accessor(({ activity }) => activity ?? texts.values.none, {
      id: 'activity',
      header: words.agent,
    }),
    column.accessor(({ category }) => category ?? texts.values.none, {
      id: 'category',
      header: words.phase,
    }),
    column.accessor('totalTokens', {
      header: words.tokens,
      cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
      meta: { numeric: true },
    }),
    column.accessor('estimatedCostMicros', {
      header: words.cost,
      cell: ({ row: { original } }) =>
        original.costStatus === 'unpriced' ? (
          texts.values.noPrice
        ) : (
          <Money usd={original.costUsd} />
        ),
      meta: { numeric: true },
    }),
    column.accessor('durationMs', {
      header: words.latency,
      cell: ({ getValue }) => <Duration ms={getValue()} />,
      meta: { numeric: true },
    }),
    column.accessor('success', {
      header: words.status,
      cell: ({ row }) => <Status call={row.original} />,
    }),
  ] as ColumnDef<Call, never>[];
}

interface Props {
  /** The newest first, which is how they stay until the reader sorts them. */
  calls: Call[];
  timeZone: string;
}

export function CallTable({ calls, timeZone }: Props) {
  const columns = useMemo(() => columnsIn(timeZone), [timeZone]);
  return (
    <DataTable
      label={words.calls}
      columns={columns}
      rows={calls}
      rowKey={({ eventId }) => eventId}
      first={15}
    />
  );
}
