import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CostTier } from '@/components/CostTier';
import { Money } from '@/components/Money';
import type { Day } from '@/lib/days';
import { formatUsd, type Usd } from '@/lib/money';
import { formatShare } from '@/lib/numbers';
import { tierOf } from '@/lib/tiers';
import { texts } from '@/texts';
import { BudgetMeter } from './BudgetMeter';
import { projected } from './outlook';

const words = texts.analytics.budget;

interface Props {
  monthlyUsd: Usd;
  spentUsd: Usd;
  /** In the time zone of the org, whose months budgets are for. */
  today: Day;
}

export function BudgetStatus({ monthlyUsd, spentUsd, today }: Props) {
  const spent = Number(spentUsd);
  const limit = Number(monthlyUsd);
  const expected = projected(spent, today);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'auto minmax(0, 1fr) auto' },
        alignItems: 'center',
        columnGap: 3,
        rowGap: 1,
      }}
    >
      <Box sx={{ whiteSpace: 'nowrap' }}>
        <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 700, mr: 1 }}>
          <Money usd={spentUsd} />
        </Typography>
        <Typography component="span" color="textSecondary">
          {words.of(formatUsd(monthlyUsd))}
        </Typography>
      </Box>
      <BudgetMeter spent={spent} limit={limit} />
      <Box>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box component="span" sx={{ fontWeight: 700 }}>
            {formatShare(spent / limit)}
          </Box>
          <CostTier tier={tierOf(spent, limit)} />
        </Box>
        <Typography variant="body2" color="textSecondary">
          {words.projected(formatUsd(expected.toFixed(2)))}
        </Typography>
      </Box>
    </Box>
  );
}
