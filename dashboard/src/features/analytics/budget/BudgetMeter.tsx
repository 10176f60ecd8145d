import Box from '@mui/material/Box';
import { TIER_COLOURS } from '@/components/CostTier';
import { formatShare } from '@/lib/numbers';
import { tierOf } from '@/lib/tiers';
import { texts } from '@/texts';

interface Props {
  spent: number;
  limit: number;
}

/** How much of the budget is spent. Full is full: what goes beyond is said in words. */
export function BudgetMeter({ spent, limit }: Props) {
  const share = spent / limit;
  return (
    <Box
      role="meter"
      aria-label={texts.analytics.budget.meter}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={formatShare(share)}
      sx={{
        height: 14,
        borderRadius: '7px',
        bgcolor: 'surface.containerHighest',
        overflow: 'hidden',
      }}
    >
      <Box
        sx={{
          width: `${Math.min(share, 1) * 100}%`,
          height: '100%',
          borderRadius: '7px',
          bgcolor: TIER_COLOURS[tierOf(spent, limit)],
        }}
      />
    </Box>
  );
}
