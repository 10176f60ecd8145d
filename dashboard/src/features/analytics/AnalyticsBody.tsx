import Box from '@mui/material/Box';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useOrg } from '@/api/OrgContext';
import type { Summary } from '@/api/answers';
import { Columns } from '@/components/Columns';
import { InDollars } from '@/components/currency/InDollars';
import { Loading } from '@/components/states/Loading';
import type { FilterChange, Filters } from '@/lib/useFilters';
import { reportFilters } from './api/reportFilters';
import { useTimeline } from './api/useTimeline';
import { BudgetCard } from './budget/BudgetCard';
import { Breakdowns } from './Breakdowns';
import { ProviderCard } from './ProviderCard';
import { SummaryCards } from './SummaryCards';
import { TopTagsCard } from './TopTagsCard';
import { TrendCard } from './TrendCard';

// Tables are below what one sees first, and their library is of some size.
const ModelsCard = lazy(() => import('./ModelsCard'));
const TopUsersCard = lazy(() => import('./TopUsersCard'));

interface Props {
  filters: Filters;
  onChange: (changed: FilterChange) => void;
  summary: Summary | undefined;
}

export function AnalyticsBody({ filters, onChange, summary }: Props) {
  const of = reportFilters(filters);
  const trend = useTimeline(useOrg().orgId, of, filters.granularity);
  // The figures first; what is below them is drawn in slices, so that the page always reacts.
  const below = useDeferredValue(summary);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <SummaryCards summary={summary} points={trend.data?.points ?? []} />
      <InDollars>
        <BudgetCard summary={summary} />
      </InDollars>
      <Columns wide="2fr">
        <TrendCard filters={filters} onChange={onChange} summary={below} />
        {below ? <ProviderCard summary={below} /> : <Loading height={430} />}
      </Columns>
      <Suspense fallback={<Loading height={460} />}>
        {below ? <ModelsCard summary={below} /> : <Loading height={460} />}
      </Suspense>
      <Columns wide="1.5fr">
        <Suspense fallback={<Loading height={480} />}>
          <TopUsersCard filters={of} />
        </Suspense>
        {below ? <TopTagsCard tags={below.topTags} /> : <Loading height={480} />}
      </Columns>
      {below ? <Breakdowns summary={below} /> : <Loading height={400} />}
    </Box>
  );
}
