import Box from '@mui/material/Box';
import { createColumnHelper } from '@tanstack/react-table';
import type { Group } from '@/api/answers';
import { Swatch } from '@/components/charts/Swatch';
import { Duration } from '@/components/Duration';
import { ShareBar } from '@/components/ShareBar';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';

import { GroupCost } from '@/components/GroupCost';

const words = texts.analytics.models;

type Model = Group & { colour: string };

const column = createColumnHelper<Model>();

function ModelName({ model: { key, colour } }: { model: Model }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
      <Swatch colour={colour} />
      <span>{key}</span>
    </Box>
  );
}

const COLUMNS = [
  column.accessor('key', {
    header: words.model,
    cell: ({ row }) => <ModelName model={row.original} />,
    sortDescFirst: false,
  }),
  column.accessor('estimatedCostMicros', {
    id: 'cost',
    header: words.cost,
    cell: ({ row }) => <GroupCost group={row.original} />,
    meta: { numeric: true },
  }),
  column.accessor('share', {
    header: words.share,
    cell: ({ row }) => <ShareBar share={row.original.share} colour={row.original.colour} />,
  }),
  column.accessor('requestCount', {
    header: words.requests,
    cell: ({ getValue }) => formatCount(getValue()),
    meta: { numeric: true },
  }),
  column.accessor('inputTokens', {
    header: words.input,
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
    meta: { numeric: true },
  }),
  column.accessor('outputTokens', {
    header: words.output,
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
    meta: { numeric: true },
  }),
  column.accessor('avgDurationMs', {
    header: words.latency,
    cell: ({ getValue }) => <Duration ms={getValue()} />,
    meta: { numeric: true },
  }),
  column.accessor('errorRate', {
    header: words.errors,
    cell: ({ getValue }) => formatShare(getValue()),
    meta: { numeric: true },
  }),
];

export function ModelTable({ models }: { models: Group[] }) {
  return (
    <DataTable
      label={words.title}
      columns={COLUMNS}
      rows={models.map((model, index) => ({ ...model, colour: rankColour(index, models.length) }))}
      rowKey={({ key }) => key ?? ''}
      initialSort={[{ id: 'cost', desc: true }]}
      first={10}
    />
  );
}
