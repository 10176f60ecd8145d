import { createColumnHelper } from '@tanstack/react-table';
import type { TagReport } from '@/api/answers';
import { ShareBar } from '@/components/ShareBar';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { GroupCost } from '@/components/GroupCost';

const words = texts.analytics.tag;

type Agent = TagReport['byAgent'][number];

const column = createColumnHelper<Agent>();

const COLUMNS = [
  column.accessor(({ activity }) => activity ?? texts.values.unknown, {
    id: 'activity',
    header: words.agent,
    sortDescFirst: false,
  }),
  column.accessor('modelName', { header: words.model, sortDescFirst: false }),
  column.accessor('estimatedCostMicros', {
    id: 'cost',
    header: words.cost,
    cell: ({ row }) => <GroupCost group={row.original} />,
    meta: { numeric: true },
  }),
  column.accessor('share', {
    header: texts.analytics.models.share,
    cell: ({ getValue }) => <ShareBar share={getValue()} />,
  }),
  column.accessor('requestCount', {
    header: texts.analytics.models.requests,
    cell: ({ getValue }) => formatCount(getValue()),
    meta: { numeric: true },
  }),
  column.accessor('totalTokens', {
    header: words.tokens,
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
    meta: { numeric: true },
  }),
];

export function AgentTable({ agents }: { agents: Agent[] }) {
  return (
    <DataTable
      label={words.byAgent}
      columns={COLUMNS}
      rows={agents}
      rowKey={({ activity, modelName }) => JSON.stringify([activity, modelName])}
      initialSort={[{ id: 'cost', desc: true }]}
      first={10}
    />
  );
}
