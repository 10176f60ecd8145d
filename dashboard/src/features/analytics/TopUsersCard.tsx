import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import type { ColumnDef } from '@tanstack/react-table';
import { useOrg } from '@/api/OrgContext';
import type { TopUser } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Money } from '@/components/Money';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { figureColumn, requestsColumn, tokensColumn } from '@/components/table/usageColumns';
import { initialsOf } from '@/lib/initials';
import { texts } from '@/texts';
import type { ReportFilters } from './api/reportFilters';
import { useTopUsers } from './api/useTopUsers';

const words = texts.analytics.users;

function User({ user: { userId, user } }: { user: TopUser }) {
  const name = user?.name ?? userId;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
      <Avatar
        aria-hidden
        sx={{
          // On a phone the figures need its room.
          display: { xs: 'none', sm: 'flex' },
          width: 30,
          height: 30,
          fontSize: 12,
          fontWeight: 700,
          bgcolor: 'surface.primaryContainer',
          color: 'surface.onPrimaryContainer',
        }}
      >
        {initialsOf(name)}
      </Avatar>
      <Box sx={{ lineHeight: 1.25, whiteSpace: 'nowrap' }}>
        <div>{name}</div>
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
          {user === null ? words.noMember : user.email}
        </Box>
      </Box>
    </Box>
  );
}

const COLUMNS: ColumnDef<TopUser>[] = [
  {
    id: 'user',
    accessorFn: ({ user, userId }) => user?.name ?? userId,
    header: words.user,
    cell: ({ row }) => <User user={row.original} />,
    sortDescFirst: false,
  },
  figureColumn(
    'cost',
    ({ estimatedCostMicros }) => estimatedCostMicros,
    ({ costUsd }) => <Money usd={costUsd} />,
  ),
  requestsColumn(),
  tokensColumn('tokens', ({ inputTokens, outputTokens }) => inputTokens + outputTokens),
];

export default function TopUsersCard({ filters }: { filters: ReportFilters }) {
  const users = useTopUsers(useOrg().orgId, filters);
  return (
    <ChartCard title={words.title}>
      <Loaded query={users} height={420}>
        {({ topUsers }) =>
          topUsers.length === 0 ? (
            <Empty title={texts.analytics.trend.emptyTitle} />
          ) : (
            <DataTable
              label={words.title}
              columns={COLUMNS}
              rows={topUsers}
              rowKey={({ userId }) => userId}
              initialSort={[{ id: 'cost', desc: true }]}
            />
          )
        }
      </Loaded>
    </ChartCard>
  );
}
