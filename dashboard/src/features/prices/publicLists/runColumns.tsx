import Chip from '@mui/material/Chip';
import { createColumnHelper } from '@tanstack/react-table';
import { useOrg } from '@/api/OrgContext';
import { HiddenText } from '@/components/HiddenText';
import { formatInstant } from '@/lib/instants';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { sourceName } from '../names';
import type { SyncCounts, SyncRun } from '../types';
import { resultOf } from './results';
import { RunDetails } from './RunDetails';

const words = texts.prices.lists;

function Started({ run }: { run: SyncRun }) {
  return formatInstant(run.startedAt, useOrg().timeZone);
}

const COLOURS: Record<string, 'success' | 'error'> = { succeeded: 'success', failed: 'error' };

function Result({ run }: { run: SyncRun }) {
  const dry = run.dryRun ? ` (${words.dryRun})` : '';
  return (
    <Chip
      size="small"
      variant="outlined"
      color={COLOURS[run.status] ?? 'default'}
      label={`${resultOf(run)}${dry}`}
    />
  );
}

const column = createColumnHelper<SyncRun>();

const count = (name: keyof SyncCounts & keyof typeof words) =>
  column.display({
    id: name,
    header: words[name],
    meta: { numeric: true },
    cell: ({ row }) => formatCount(row.original.counts[name]),
  });

export const runColumns = [
  column.display({
    id: 'started',
    header: words.started,
    cell: ({ row }) => <Started run={row.original} />,
  }),
  column.display({
    id: 'source',
    header: words.source,
    cell: ({ row }) => sourceName(row.original.source),
  }),
  column.display({ id: 'by', header: words.by, cell: ({ row }) => row.original.startedBy }),
  column.display({
    id: 'status',
    header: words.status,
    cell: ({ row }) => <Result run={row.original} />,
  }),
  ...(['added', 'changed', 'quarantined', 'unchanged', 'skipped'] as const).map(count),
  column.display({
    id: 'details',
    header: () => <HiddenText>{texts.actions.actions}</HiddenText>,
    meta: { numeric: true },
    cell: ({ row }) => <RunDetails run={row.original} />,
  }),
];
