import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { SearchField } from '@/components/SearchField';
import { texts } from '@/texts';
import type { PriceFilters } from '../api/usePrices';
import { ProviderChoice } from './ProviderChoice';

interface Props {
  filters: PriceFilters;
  onSearch: (q: string) => void;
  onProvider: (provider: string) => void;
  children: ReactNode;
}

export function PriceFilterBar({ filters, onSearch, onProvider, children }: Props) {
  return (
    <Card component="section" aria-label={texts.filters.label} sx={{ p: 1.5, mb: 2.5 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <SearchField label={texts.prices.list.search} value={filters.q} onChange={onSearch} />
        <ProviderChoice value={filters.provider} onChange={onProvider} />
        {children}
      </Stack>
    </Card>
  );
}
