import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { createColumnHelper } from '@tanstack/react-table';
import { Money } from '@/components/Money';
import { DataTable } from '@/components/table/DataTable';
import { formatFullDay } from '@/lib/days';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import type { RepriceDifference, RepriceRun } from '../types';

const words = texts.prices.reprice;

const column = createColumnHelper<RepriceDifference>();

const columns = [
  column.accessor('date', {
    header: words.day,
    cell: ({ getValue }) => formatFullDay(getValue()),
  }),
  column.accessor('events', {
    header: words.callsColumn,
    meta: { numeric: true },
    cell: ({ getValue }) => formatCount(getValue()),
  }),
  column.accessor(({ costUsdDelta }) => Number(costUsdDelta), {
    id: 'difference',
    header: words.difference,
    meta: { numeric: true },
    cell: ({ row }) => <Money usd={row.original.costUsdDelta} />,
  }),
];

function NowPriced({ differences }: { differences: RepriceDifference[] }) {
  const requests = -differences.reduce((sum, each) => sum + each.unpricedRequestsDelta, 0);
  return requests > 0 ? (
    <Typography variant="body2">{words.nowPriced(formatCount(requests))}</Typography>
  ) : null;
}

/** What a run changed, or would change; while it runs, how far it is. */
export function RunResult({ run }: { run: RepriceRun }) {
  if (run.status !== 'finished') {
    return (
      <div role="status">
        <LinearProgress aria-label={words.title} sx={{ borderRadius: '4px', mb: 1 }} />
        <Typography>{words.running(formatCount(run.eventsChanged))}</Typography>
      </div>
    );
  }
  if (run.eventsChanged === 0) {
    return <Typography role="status">{words.nothing}</Typography>;
  }
  const differences = run.differences ?? [];
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography role="status" sx={{ fontSize: '1.125rem', fontWeight: 600 }}>
        {run.dryRun ? words.wouldChange : words.changed}:{' '}
        {words.calls(formatCount(run.eventsChanged))}, <Money usd={run.costUsdDelta} />
      </Typography>
      <NowPriced differences={differences} />
      <DataTable
        label={words.byDay}
        columns={columns}
        rows={differences}
        rowKey={({ orgId, date }) => `${orgId}/${date}`}
        first={7}
      />
    </Stack>
  );
}
