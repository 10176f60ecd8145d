import { useMe } from '@/api/useMe';
import { InCurrency } from '@/components/currency/InCurrency';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/states/Loaded';
import { formatDays } from '@/lib/days';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { MyUsageBody } from './MyUsageBody';
import { OWN_USAGE, useOwnUsage } from './useOwnUsage';

export function Component() {
  const { name, userId } = useMe();
  const { filters, change } = useFilters('UTC', true);
  const usage = useOwnUsage(filters);
  return (
    <>
      <PageHeader
        title={texts.mine.title}
        subtitle={texts.mine.subtitle(name ?? userId, formatDays(filters.from, filters.to))}
      />
      <FilterBar filters={filters} onChange={change} fixedZone>
        <RefreshControls
          queryKey={OWN_USAGE}
          filters={filters}
          onChange={change}
          updatedAt={usage.dataUpdatedAt}
        />
      </FilterBar>
      <Loaded query={usage} height={900}>
        {(data) => (
          <InCurrency on={filters.to}>
            <MyUsageBody usage={data} filters={filters} onChange={change} />
          </InCurrency>
        )}
      </Loaded>
    </>
  );
}
