import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { FilterChange, Filters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { CurrencyChoice } from './CurrencyChoice';
import { CurrencyNote } from './CurrencyNote';
import { CustomDays } from './CustomDays';
import { FeatureChips } from './FeatureChips';
import { PeriodChoice } from './PeriodChoice';
import { TimeZoneChoice } from './TimeZoneChoice';

interface Props {
  filters: Filters;
  onChange: (changed: FilterChange) => void;
  /** Those to choose from; without them the page is not filtered by feature. */
  features?: string[];
  /** For reports that know the days of one zone only. */
  fixedZone?: boolean;
  /** What else belongs to the bar, at its end. */
  children?: ReactNode;
}

/** What a report is of. */
export function FilterBar({ filters, onChange, features, fixedZone, children }: Props) {
  return (
    <Card component="section" aria-label={texts.filters.label} sx={{ p: 1.5, mb: 2.5 }}>
      <Stack sx={{ gap: 1.5 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <PeriodChoice filters={filters} onChange={onChange} />
          {filters.period === 'custom' && <CustomDays filters={filters} onChange={onChange} />}
          {fixedZone === true ? (
            <Typography variant="body2" color="textSecondary">
              {texts.filters.daysIn(filters.tz)}
            </Typography>
          ) : (
            <TimeZoneChoice value={filters.tz} onChange={(tz) => onChange({ tz })} />
          )}
          <CurrencyChoice on={filters.to} />
          {children}
        </Stack>
        <CurrencyNote on={filters.to} />
        {features !== undefined && (
          <FeatureChips
            features={features}
            value={filters.feature}
            onChange={(feature) => onChange({ feature })}
          />
        )}
      </Stack>
    </Card>
  );
}
