import type { ColumnDef } from '@tanstack/react-table';
import type { TagReport } from '@/api/answers';
import { DataTable } from '@/components/table/DataTable';
import {
  costColumn,
  requestsColumn,
  shareColumn,
  tokensColumn,
} from '@/components/table/usageColumns';
import { texts } from '@/texts';

const words = texts.analytics.tag;

type Agent = TagReport['byAgent'][number];

const COLUMNS: ColumnDef<Agent>[] = [
  {
    id: 'activity',
    accessorFn: ({ activity }) => activity ?? texts.values.unknown,
    header: words.agent,
    sortDescFirst: false,
  },
  { accessorKey: 'modelName', header: texts.table.columns.model, sortDescFirst: false },
  costColumn(),
  shareColumn(),
  requestsColumn(),
  tokensColumn('tokens', ({ totalTokens }) => totalTokens),
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
