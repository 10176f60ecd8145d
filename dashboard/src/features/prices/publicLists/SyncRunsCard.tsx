import { ChartCard } from '@/components/ChartCard';
import { LoadMore } from '@/components/LoadMore';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { texts } from '@/texts';
import { useSyncRuns } from '../api/useSyncRuns';
import { runColumns } from './runColumns';
import { SyncNow } from './SyncNow';

const words = texts.prices.lists;

export function SyncRunsCard() {
  const runs = useSyncRuns();
  return (
    <ChartCard title={words.runs} subtitle={words.runsLead} actions={<SyncNow />}>
      <Loaded query={runs} height={260}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.runs);
          return rows.length === 0 ? (
            <Empty title={words.runsEmpty} />
          ) : (
            <DataTable
              label={words.runs}
              columns={runColumns}
              rows={rows}
              rowKey={({ id }) => String(id)}
            />
          );
        }}
      </Loaded>
      <LoadMore query={runs} />
    </ChartCard>
  );
}
