import { useOrg } from '@/api/OrgContext';
import { FilterBar } from '@/components/filters/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { formatDays } from '@/lib/days';
import { KNOWN_FEATURES } from '@/lib/names';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { reportFilters } from './api/reportFilters';
import { useSummary } from './api/useSummary';
import { useTimeline } from './api/useTimeline';
import { SummaryCards } from './SummaryCards';

export function Component() {
  const { orgId, name, timeZone } = useOrg();
  const { filters, change } = useFilters(timeZone);
  const of = reportFilters(filters);
  const summary = useSummary(orgId, of);
  const trend = useTimeline(orgId, of, filters.granularity);
  return (
    <>
      <PageHeader
        title={texts.analytics.title}
        subtitle={texts.analytics.subtitle(name, formatDays(filters.from, filters.to))}
      />
      <FilterBar filters={filters} onChange={change} features={KNOWN_FEATURES} />
      <SummaryCards summary={summary.data} points={trend.data?.points ?? []} />
    </>
  );
}
