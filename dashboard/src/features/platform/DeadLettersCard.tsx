import { createColumnHelper } from '@tanstack/react-table';
import type { DeadLetter } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { useDeadLetters } from './api/useDeadLetters';

const t = texts.platform.letters;

const column = createColumnHelper<DeadLetter>();

const COLUMNS = [
  column.accessor('deadLetteredAt', {
    id: 'time',
    header: t.time,
    cell: ({ getValue }) => formatInstant(getValue(), 'UTC'),
  }),
  column.accessor('reason', { header: t.reason, sortDescFirst: false }),
  column.accessor('detail', { header: t.detail, enableSorting: false, meta: { wraps: true } }),
  column.accessor(({ orgId }) => (orgId as string | null) ?? texts.values.none, {
    id: 'org',
    header: t.org,
    sortDescFirst: false,
  }),
  column.accessor(({ replayable }) => (replayable ? t.yes : t.no), {
    id: 'replayable',
    header: t.replayable,
  }),
];

/** Events that were refused, with the reason, so that somebody mends and replays them. */
export function DeadLettersCard() {
  const letters = useDeadLetters();
  return (
    <ChartCard title={t.title} subtitle={t.subtitle}>
      <Loaded query={letters} height={240}>
        {({ deadLetters }) =>
          deadLetters.length === 0 ? (
            <Empty title={t.emptyTitle} detail={t.emptyDetail} />
          ) : (
            <DataTable
              label={t.title}
              columns={COLUMNS}
              rows={deadLetters}
              rowKey={({ id }) => id}
              initialSort={[{ id: 'time', desc: true }]}
              first={10}
            />
          )
        }
      </Loaded>
    </ChartCard>
  );
}
