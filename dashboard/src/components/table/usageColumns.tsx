import Box from '@mui/material/Box';
import type { ColumnDef } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Group } from '@/api/answers';
import { CacheSaved, type Cached } from '@/components/CacheSaved';
import { Swatch } from '@/components/charts/Swatch';
import { Duration } from '@/components/Duration';
import { GroupCost } from '@/components/GroupCost';
import { ShareBar } from '@/components/ShareBar';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import { texts } from '@/texts';

// What was used reads the same in every table: the same heading, the same digits, sorted by the same figure.

const words = texts.table.columns;

type Having<Key extends keyof Group> = Pick<Group, Key>;

/** A figure that is sorted by its value, and shown as it is best read. */
export const figureColumn = <Row,>(
  id: keyof typeof words,
  of: (row: Row) => number | null,
  show: (row: Row) => ReactNode,
): ColumnDef<Row> => ({
  id,
  header: words[id],
  accessorFn: of,
  cell: ({ row }) => show(row.original),
  meta: { numeric: true },
});

/** Names of clouds can be ten times as long; the whole one is in the title. */
const LONGEST_NAME = 280;

/** A model beside the colour it has in the charts. */
export const modelColumn = <
  Row extends { key: string | null; colour: string },
>(): ColumnDef<Row> => ({
  id: 'model',
  header: words.model,
  accessorFn: ({ key }) => key,
  cell: ({ row: { original } }) => (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
      <Swatch colour={original.colour} />
      <Box
        component="span"
        title={original.key ?? undefined}
        sx={{ maxWidth: LONGEST_NAME, overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {original.key}
      </Box>
    </Box>
  ),
  sortDescFirst: false,
});

export const costColumn = <
  Row extends Having<'estimatedCostMicros' | 'costUsd' | 'unpricedRequests' | 'requestCount'>,
>() =>
  figureColumn<Row>(
    'cost',
    ({ estimatedCostMicros }) => estimatedCostMicros,
    (row) => <GroupCost group={row} />,
  );

/** Sorted by what is known. */
export const cacheSavedColumn = <Row extends Cached>() =>
  figureColumn<Row>(
    'cacheSaved',
    ({ cacheSaved }) => Number(cacheSaved.usd),
    (row) => <CacheSaved of={row} />,
  );

export const shareColumn = <
  Row extends Having<'share'> & { colour?: string },
>(): ColumnDef<Row> => ({
  id: 'share',
  header: words.share,
  accessorFn: ({ share }) => share,
  cell: ({ row: { original } }) => <ShareBar share={original.share} colour={original.colour} />,
});

export const requestsColumn = <Row extends Having<'requestCount'>>() =>
  figureColumn<Row>(
    'requests',
    ({ requestCount }) => requestCount,
    ({ requestCount }) => formatCount(requestCount),
  );

export const tokensColumn = <Row,>(
  id: 'input' | 'output' | 'tokens',
  of: (row: Row) => number,
): ColumnDef<Row> => figureColumn(id, of, (row) => <TokenCount tokens={of(row)} />);

export const latencyColumn = <Row,>(of: (row: Row) => number | null): ColumnDef<Row> =>
  figureColumn('latency', of, (row) => <Duration ms={of(row)} />);

export const errorRateColumn = <Row extends Having<'errorRate'>>() =>
  figureColumn<Row>(
    'errorRate',
    ({ errorRate }) => errorRate,
    ({ errorRate }) => formatShare(errorRate),
  );
