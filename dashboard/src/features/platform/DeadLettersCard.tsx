import { createColumnHelper } from '@tanstack/react-table';
import type { DeadLetter } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { useDeadLetters } from './api/useDeadLetters';

const words = texts.platform.letters;

const column = createColumnHelper<DeadLetter>();

const COLUMNS = [
  column.accessor('deadLetteredAt', {
    id: 'time',
    header: words.time,
    cell: ({ getValue }) => formatInstant(getValue(), 'UTC'),
  }),
  column.accessor('reason', { header: words.reason, sortDescFirst: false }),
  column.accessor('detail', { header: words.detail, enableSorting: false, meta: { wraps: true } }),
  column.accessor(({ orgId }) => (orgId as string | null) ?? texts.values.none, {
    id: 'org',
    header: words.org,
    sortDescFirst: false,
  }),
  column.accessor(({ replayable }) => (replayable ? words.yes : words.no), {
    id: 'replayable',
    header: words.replayable,
  }),
];

/** Events that were refused, with the reason, so that somebody mends and replays them. */
export function DeadLettersCard() {
  const letters = useDeadLetters();
  return (
    <ChartCard title={words.title} subtitle={words.subtitle}>
      <Loaded query={letters} height={240}>
        {({ deadLetters }) =>
          deadLetters.length === 0 ? (
            <Empty title={words.emptyTitle} detail={words.emptyDetail} />
          ) : (
            <DataTable
              label={words.title}
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
