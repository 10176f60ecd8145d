import type { ColumnDef } from '@tanstack/react-table';
import type { Group } from '@/api/answers';
import { DataTable } from '@/components/table/DataTable';
import {
  cacheSavedColumn,
  costColumn,
  errorRateColumn,
  latencyColumn,
  modelColumn,
  requestsColumn,
  shareColumn,
  tokensColumn,
} from '@/components/table/usageColumns';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';

type Model = Group & { colour: string };

const COLUMNS: ColumnDef<Model>[] = [
  modelColumn(),
  costColumn(),
  shareColumn(),
  requestsColumn(),
  tokensColumn('input', ({ inputTokens }) => inputTokens),
  tokensColumn('output', ({ outputTokens }) => outputTokens),
  cacheSavedColumn(),
  latencyColumn(({ avgDurationMs }) => avgDurationMs),
  errorRateColumn(),
];

export function ModelTable({ models }: { models: Group[] }) {
  return (
    <DataTable
      label={texts.analytics.usageByModel}
      columns={COLUMNS}
      rows={models.map((model, index) => ({ ...model, colour: rankColour(index, models.length) }))}
      rowKey={({ key }) => key ?? ''}
      initialSort={[{ id: 'cost', desc: true }]}
      first={10}
    />
  );
}
