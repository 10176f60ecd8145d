import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type Period, PERIODS } from '@/lib/periods';
import type { FilterChange, Filters } from '@/lib/useFilters';
import { texts } from '@/texts';

interface Props {
  filters: Filters;
  onChange: (changed: FilterChange) => void;
}

export function PeriodChoice({ filters, onChange }: Props) {
  function choose(period: Period | null) {
    if (period === 'custom') {
      // Begin with the days that are shown, to be narrowed or widened.
      onChange({ period, from: filters.from, to: filters.to });
    } else if (period !== null) {
      onChange({ period, from: undefined, to: undefined });
    }
  }
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={filters.period}
      aria-label={texts.filters.period}
      onChange={(_event, period: Period | null) => choose(period)}
      sx={{ maxWidth: '100%', overflowX: 'auto' }}
    >
      {PERIODS.map((period) => (
        <ToggleButton key={period} value={period} sx={{ whiteSpace: 'nowrap' }}>
          {texts.filters[period]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
