import TuneOutlined from '@mui/icons-material/TuneOutlined';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { KNOWN_FEATURES } from '@/lib/names';
import { texts } from '@/texts';
import type { useCallFilters } from './filters';
import { MoreFilters } from './MoreFilters';

const words = texts.calls.filters;

interface Props extends Omit<ReturnType<typeof useCallFilters>, 'clear'> {
  updatedAt: number;
}

/** All filters at once where there is room; on phones those beyond days and feature are folded away. */
export function CallFilterBar({ filters, more, query, change, updatedAt }: Props) {
  const { orgId } = useOrg();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'), { noSsr: true });
  const [unfolded, setUnfolded] = useState<boolean>();
  const shown = unfolded ?? !narrow;
  const moreId = useId();
  const active = Object.keys(more).length;
  return (
    <FilterBar filters={filters} onChange={change} features={KNOWN_FEATURES}>
      <Button
        startIcon={<TuneOutlined />}
        aria-expanded={shown}
        aria-controls={shown ? moreId : undefined}
        onClick={() => setUnfolded(!shown)}
      >
        {active === 0 ? words.more : words.moreActive(active)}
      </Button>
      <RefreshControls
        queryKey={['org', orgId]}
        filters={filters}
        onChange={change}
        updatedAt={updatedAt}
      />
      {shown && (
        <div id={moreId} style={{ width: '100%' }}>
          <MoreFilters query={query} more={more} onChange={change} />
        </div>
      )}
    </FilterBar>
  );
}
