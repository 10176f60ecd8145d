import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { Budget } from '@/api/answers';
import { CostTier } from '@/components/CostTier';
import { Money } from '@/components/Money';
import { formatUsd } from '@/lib/money';
import { formatShare } from '@/lib/numbers';
import { tierOf } from '@/lib/tiers';
import { texts } from '@/texts';

const words = texts.settings;

const COLOURS = { green: 'success', amber: 'warning', red: 'error' } as const;

/** How much of the month's budget is spent; without one, what is spent. */
export function BudgetBar({ budget: { monthlyUsd, spentUsd } }: { budget: Budget }) {
  const share = monthlyUsd === null ? undefined : Number(spentUsd) / Number(monthlyUsd);
  const tier = share === undefined ? undefined : tierOf(share, 1);
  return (
    <div>
      <Typography variant="body2" color="textSecondary">
        {words.spent}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1 }}>
        <Typography component="span" sx={{ fontSize: '1.75rem', fontWeight: 700 }}>
          <Money usd={spentUsd} />
        </Typography>
        {monthlyUsd !== null && (
          <Typography component="span" color="textSecondary">
            {words.of(formatUsd(monthlyUsd))}
          </Typography>
        )}
        {tier !== undefined && (
          <Box component="span" sx={{ ml: 'auto' }}>
            <CostTier tier={tier} />
          </Box>
        )}
      </Box>
      {share !== undefined && tier !== undefined && (
        <>
          <LinearProgress
            variant="determinate"
            value={Math.min(share, 1) * 100}
            color={COLOURS[tier]}
            aria-label={words.spent}
            sx={{ height: 10, borderRadius: '5px', mt: 1 }}
          />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {formatShare(share)}
          </Typography>
        </>
      )}
      {monthlyUsd === null && <Typography color="textSecondary">{words.noBudget}</Typography>}
    </div>
  );
}
