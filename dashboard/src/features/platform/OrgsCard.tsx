import Link from '@mui/material/Link';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { Link as RouterLink } from 'react-router';
import type { PlatformOrg, PlatformOrgs } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import {
  costColumn,
  errorRateColumn,
  figureColumn,
  requestsColumn,
  shareColumn,
  tokensColumn,
} from '@/components/table/usageColumns';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.platform;

const COLUMNS: ColumnDef<PlatformOrg>[] = [
  {
    accessorKey: 'name',
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
  },
  costColumn(),
  shareColumn(),
  requestsColumn(),
  tokensColumn('tokens', ({ totalTokens }) => totalTokens),
  errorRateColumn(),
  figureColumn(
    'unpriced',
    ({ unpricedRequests }) => unpricedRequests,
    ({ unpricedRequests }) => formatCount(unpricedRequests),
  ),
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
