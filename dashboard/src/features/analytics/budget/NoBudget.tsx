import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Summary } from '@/api/answers';
import { CostTier } from '@/components/CostTier';
import { Money } from '@/components/Money';
import type { Usd } from '@/lib/money';
import { texts } from '@/texts';
import { tierAgainstBefore } from './outlook';

const words = texts.analytics.budget;

interface Props {
  spentUsd: Usd;
  summary: Summary | undefined;
}

export function NoBudget({ spentUsd, summary }: Props) {
  const tier =
    summary &&
    tierAgainstBefore(
      summary.totals.estimatedCostMicros,
      summary.previous.totals.estimatedCostMicros,
    );
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 700 }}>
        <Money usd={spentUsd} />
      </Typography>
      {tier !== undefined && <CostTier tier={tier} label={words.againstBefore[tier]} />}
      <Typography variant="body2" color="textSecondary">
        {words.none}
      </Typography>
    </Stack>
  );
}
