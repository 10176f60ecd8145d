import Link from '@mui/material/Link';
import type { UseQueryResult } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { Link as RouterLink } from 'react-router';
import type { PlatformOrg, PlatformOrgs } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { GroupCost } from '@/components/GroupCost';
import { ShareBar } from '@/components/ShareBar';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.platform;

const column = createColumnHelper<PlatformOrg>();

const COLUMNS = [
  column.accessor('name', {
    header: words.org,
    cell: ({ row: { original } }) => (
      <Link
        component={RouterLink}
        to={`/orgs/${original.orgId}/analytics`}
        sx={{ fontWeight: 600 }}
      >
        {original.name}
      </Link>
    ),
    sortDescFirst: false,
  }),
  column.accessor('estimatedCostMicros', {
    id: 'cost',
    header: words.cost,
    cell: ({ row }) => <GroupCost group={row.original} />,
    meta: { numeric: true },
  }),
  column.accessor('share', {
    header: words.share,
    cell: ({ getValue }) => <ShareBar share={getValue()} />,
  }),
  column.accessor('requestCount', {
    header: words.requests,
    cell: ({ getValue }) => formatCount(getValue()),
    meta: { numeric: true },
  }),
  column.accessor('totalTokens', {
    header: words.tokens,
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
    meta: { numeric: true },
  }),
  column.accessor('errorRate', {
    header: words.errors,
    cell: ({ getValue }) => formatShare(getValue()),
    meta: { numeric: true },
  }),
  column.accessor('unpricedRequests', {
    header: words.withoutPrice,
    cell: ({ getValue }) => formatCount(getValue()),
    meta: { numeric: true },
  }),
];

export function OrgsCard({ orgs }: { orgs: UseQueryResult<PlatformOrgs> }) {
  return (
    <ChartCard title={words.orgs}>
      <Loaded query={orgs} height={360}>
        {({ orgs: rows }) =>
          rows.length === 0 ? (
            <Empty title={words.noOrgs} />
          ) : (
            <DataTable
              label={words.orgs}
              columns={COLUMNS}
              rows={rows}
              rowKey={({ orgId }) => orgId}
              initialSort={[{ id: 'cost', desc: true }]}
              first={20}
            />
          )
        }
      </Loaded>
    </ChartCard>
  );
}
