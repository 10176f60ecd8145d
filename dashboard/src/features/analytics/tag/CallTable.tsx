import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Call } from '@/api/answers';
import { Money } from '@/components/Money';
import { DataTable } from '@/components/table/DataTable';
import { figureColumn, latencyColumn, tokensColumn } from '@/components/table/usageColumns';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';

const words = texts.analytics.tag;

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

function columnsIn(timeZone: string): ColumnDef<Call>[] {
  return [
    {
      accessorKey: 'occurredAt',
      header: words.time,
      cell: ({ row: { original } }) => formatInstant(original.occurredAt, timeZone),
    },
    { accessorKey: 'modelName', header: texts.table.columns.model },
    {
      id: 'activity',
      accessorFn: ({ activity }) => activity ?? texts.values.none,
      header: words.agent,
    },
    {
      id: 'category',
      accessorFn: ({ category }) => category ?? texts.values.none,
      header: words.phase,
    },
    tokensColumn('tokens', ({ totalTokens }) => totalTokens),
    figureColumn(
      'cost',
      ({ estimatedCostMicros }) => estimatedCostMicros,
      ({ costStatus, costUsd }) =>
        costStatus === 'unpriced' ? texts.values.noPrice : <Money usd={costUsd} />,
    ),
    latencyColumn(({ durationMs }) => durationMs),
    {
      accessorKey: 'success',
      header: words.status,
      cell: ({ row }) => <Status call={row.original} />,
    },
  ];
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
