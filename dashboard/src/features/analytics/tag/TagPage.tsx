import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Button from '@mui/material/Button';
import { Link, useLocation, useParams } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { InCurrency } from '@/components/currency/InCurrency';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/states/Loaded';
import { formatDays } from '@/lib/days';
import { KNOWN_FEATURES, tagName } from '@/lib/names';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { reportFilters } from '../api/reportFilters';
import { useTagReport } from '../api/useTagReport';
import { TagBody } from './TagBody';

const words = texts.analytics.tag;

function Back({ orgId }: { orgId: string }) {
  const { search } = useLocation();
  return (
    <Button
      component={Link}
      to={`/orgs/${orgId}/analytics${search}`}
      size="small"
      startIcon={<ArrowBackOutlined />}
      sx={{ ml: -1.5, mb: 0.5 }}
    >
      {words.back}
    </Button>
  );
}

export function Component() {
  const { key = '', value = '' } = useParams();
  const { orgId, name, timeZone } = useOrg();
  const { filters, change } = useFilters(timeZone);
  const report = useTagReport(orgId, key, value, reportFilters(filters));
  return (
    <>
      <PageHeader
        title={words.title(tagName(key), value)}
        subtitle={texts.analytics.subtitle(name, formatDays(filters.from, filters.to))}
        above={<Back orgId={orgId} />}
      />
      <FilterBar filters={filters} onChange={change} features={KNOWN_FEATURES}>
        <RefreshControls
          queryKey={['org', orgId]}
          filters={filters}
          onChange={change}
          updatedAt={report.dataUpdatedAt}
        />
      </FilterBar>
      <Loaded query={report} height={900}>
        {(data) => (
          <InCurrency on={filters.to}>
            <TagBody report={data} timeZone={filters.tz} />
          </InCurrency>
        )}
      </Loaded>
    </>
  );
}
