import { useOrg } from '@/api/OrgContext';
import { InCurrency } from '@/components/currency/InCurrency';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { PageHeader } from '@/components/PageHeader';
import { Failed } from '@/components/states/Failed';
import { formatDays } from '@/lib/days';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { AnalyticsBody } from './AnalyticsBody';
import { reportFilters } from './api/reportFilters';
import { useSummary } from './api/useSummary';
import { featuresOf } from './featuresOf';

export function Component() {
  const { orgId, name, timeZone } = useOrg();
  const { filters, change } = useFilters(timeZone);
  const summary = useSummary(orgId, reportFilters(filters));
  return (
    <>
      <PageHeader
        title={texts.analytics.title}
        subtitle={texts.analytics.subtitle(name, formatDays(filters.from, filters.to))}
      />
      <FilterBar filters={filters} onChange={change} features={featuresOf(summary.data, filters)}>
        <RefreshControls
          queryKey={['org', orgId]}
          filters={filters}
          onChange={change}
          updatedAt={summary.dataUpdatedAt}
        />
      </FilterBar>
      {summary.isError && summary.data === undefined ? (
        <Failed error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <InCurrency on={filters.to}>
          <AnalyticsBody filters={filters} onChange={change} summary={summary.data} />
        </InCurrency>
      )}
    </>
  );
}
