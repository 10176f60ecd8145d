import type { ColumnDef } from '@tanstack/react-table';
import { DataTable } from '@/components/table/DataTable';
import {
  costColumn,
  modelColumn,
  requestsColumn,
  shareColumn,
  tokensColumn,
} from '@/components/table/usageColumns';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';
import type { Share } from './shares';

type Model = Share & { colour: string };

const COLUMNS: ColumnDef<Model>[] = [
  modelColumn(),
  costColumn(),
  shareColumn(),
  requestsColumn(),
  tokensColumn('tokens', ({ totalTokens }) => totalTokens),
];

interface Props {
  /** In the order in which the chart colours them. */
  models: Share[];
}

export function MyModels({ models }: Props) {
  return (
    <DataTable
      label={texts.mine.byModel}
      columns={COLUMNS}
      rows={models.map((model, index) => ({ ...model, colour: rankColour(index, models.length) }))}
      rowKey={({ key }) => key}
      initialSort={[{ id: 'cost', desc: true }]}
      first={10}
    />
  );
}
