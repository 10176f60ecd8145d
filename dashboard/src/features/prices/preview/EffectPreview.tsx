import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { Totals } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Failed } from '@/components/states/Failed';
import { Loaded } from '@/components/states/Loaded';
import { formatDays } from '@/lib/days';
import { formatCompact, formatCount } from '@/lib/numbers';
import { daysOf } from '@/lib/periods';
import { useDebounced } from '@/lib/useDebounced';
import { texts } from '@/texts';
import { useCandidateCosts } from '../api/useCandidateCosts';
import { useModelUsage } from '../api/useModelUsage';
import type { Rates } from '../rates/rates';
import type { Model } from '../types';
import { Caveats } from './Caveats';
import { effectOf, type Factors, goesBeyondTotals } from './effect';
import { EffectFigures } from './EffectFigures';

const words = texts.prices.preview;

/** Nobody waits so long between two digits. */
const TYPING_MS = 300;

interface Props {
  model: Model;
  current: Rates | null;
  /** Undefined as long as the form has faults. */
  next: Rates | undefined;
  factors: Factors;
}

interface EffectProps extends Omit<Props, 'next'> {
  totals: Totals;
  next: Rates;
}

function Figures({ totals, model, current, next, factors }: EffectProps) {
  const settled = useDebounced(next, TYPING_MS);
  const rates = current === null ? [settled] : [settled, current];
  const costs = useCandidateCosts(model, totals, rates);
  if (costs.isError) {
    return <Failed error={costs.error} onRetry={() => void costs.refetch()} />;
  }
  return (
    <Loaded query={costs} height={120}>
      {([then, now]) => {
        const effect = effectOf({ then, now }, factors, totals, rates.some(goesBeyondTotals));
        return (
          <>
            <EffectFigures effect={effect} recordedUsd={totals.costUsd} />
            <Caveats effect={effect} totals={totals} />
          </>
        );
      }}
    </Loaded>
  );
}

function Preview({ totals, next, ...prices }: Props & { totals: Totals }) {
  if (totals.requestCount === 0) {
    return <Typography>{words.none}</Typography>;
  }
  if (next === undefined) {
    return <Typography>{words.incomplete}</Typography>;
  }
  return (
    <>
      <Typography variant="body2">
        {words.usage(
          formatCount(totals.requestCount),
          formatCompact(totals.inputTokens),
          formatCompact(totals.outputTokens),
        )}
      </Typography>
      <Figures totals={totals} next={next} {...prices} />
    </>
  );
}

/** What the org's usage of the last 30 days costs now, and would cost. */
export function EffectPreview({ model, ...prices }: Props) {
  const { orgId, name, timeZone } = useOrg();
  const days = useMemo(() => daysOf('30d', timeZone), [timeZone]);
  const usage = useModelUsage(orgId, model, { ...days, tz: timeZone });
  return (
    <Box
      component="section"
      aria-label={words.title}
      sx={{ p: 2, borderRadius: '16px', bgcolor: 'surface.container' }}
    >
      <Typography variant="h3">{words.title}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {words.period(formatDays(days.from, days.to), name)}
      </Typography>
      <Stack aria-live="polite" sx={{ gap: 1 }}>
        <Loaded query={usage} height={120}>
          {({ totals }) => <Preview totals={totals} model={model} {...prices} />}
        </Loaded>
      </Stack>
    </Box>
  );
}
