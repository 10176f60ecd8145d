import Box from '@mui/material/Box';
import { createColumnHelper } from '@tanstack/react-table';
import { Swatch } from '@/components/charts/Swatch';
import { GroupCost } from '@/components/GroupCost';
import { ShareBar } from '@/components/ShareBar';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatCount } from '@/lib/numbers';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';
import type { Share } from './shares';

const words = texts.mine;

type Model = Share & { colour: string };

const column = createColumnHelper<Model>();

const COLUMNS = [
  column.accessor('key', {
    header: words.model,
    cell: ({ row: { original } }) => (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
        <Swatch colour={original.colour} />
        {original.key}
      </Box>
    ),
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
    cell: ({ row: { original } }) => <ShareBar share={original.share} colour={original.colour} />,
  }),
  column.accessor('requestCount', {
    header: words.requests,
    cell: ({ getValue }) => formatCount(getValue()),
    meta: { numeric: true },
  }),
  column.accessor('totalTokens', {
    header: words.tokens,
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
    meta: { numeric: true },
  }),
];

interface Props {
  /** In the order in which the chart colours them. */
  models: Share[];
}

export function MyModels({ models }: Props) {
  return (
    <DataTable
      label={words.byModel}
      columns={COLUMNS}
      rows={models.map((model, index) => ({ ...model, colour: rankColour(index, models.length) }))}
      rowKey={({ key }) => key}
      initialSort={[{ id: 'cost', desc: true }]}
      first={10}
    />
  );
}
