import Box from '@mui/material/Box';
import { InCurrency } from '@/components/currency/InCurrency';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { PageHeader } from '@/components/PageHeader';
import { formatDays } from '@/lib/days';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { PLATFORM } from './api/keys';
import { usePlatformOrgs } from './api/usePlatformOrgs';
import { DeadLettersCard } from './DeadLettersCard';
import { Health } from './Health';
import { OrgsCard } from './OrgsCard';
import { PlatformFigures } from './PlatformFigures';

export function Component() {
  const { filters, change } = useFilters('UTC', true);
  const orgs = usePlatformOrgs(filters);
  return (
    <>
      <PageHeader
        title={texts.platform.title}
        subtitle={texts.platform.subtitle(formatDays(filters.from, filters.to))}
      />
      <FilterBar filters={filters} onChange={change} fixedZone>
        <RefreshControls
          queryKey={PLATFORM}
          filters={filters}
          onChange={change}
          updatedAt={orgs.dataUpdatedAt}
        />
      </FilterBar>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Health filters={filters} />
        <InCurrency on={filters.to}>
          <PlatformFigures totals={orgs.data?.totals} />
          <OrgsCard orgs={orgs} />
        </InCurrency>
        <DeadLettersCard />
      </Box>
    </>
  );
}
