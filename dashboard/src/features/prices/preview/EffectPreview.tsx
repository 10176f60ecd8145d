import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { Totals } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Loaded } from '@/components/states/Loaded';
import { formatDays } from '@/lib/days';
import { formatCompact, formatCount } from '@/lib/numbers';
import { daysOf } from '@/lib/periods';
import { texts } from '@/texts';
import { useModelUsage } from '../api/useModelUsage';
import type { Rates } from '../rates/rates';
import type { Model } from '../types';
import { Caveats } from './Caveats';
import { effectOf } from './effect';
import { EffectFigures } from './EffectFigures';

const words = texts.prices.preview;

interface Props {
  model: Model;
  current: Rates | null;
  /** Undefined as long as the form has faults. */
  next: Rates | undefined;
}

function Figures({ totals, current, next }: Omit<Props, 'model'> & { totals: Totals }) {
  if (totals.requestCount === 0) {
    return <Typography>{words.none}</Typography>;
  }
  if (next === undefined) {
    return <Typography>{words.incomplete}</Typography>;
  }
  const effect = effectOf(current, next, totals);
  return (
    <>
      <Typography variant="body2">
        {words.usage(
          formatCount(totals.requestCount),
          formatCompact(totals.inputTokens),
          formatCompact(totals.outputTokens),
        )}
      </Typography>
      <EffectFigures effect={effect} recordedUsd={totals.costUsd} />
      <Caveats effect={effect} totals={totals} />
    </>
  );
}

/** What the org's usage of the last 30 days costs now, and would cost. */
export function EffectPreview({ model, current, next }: Props) {
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
          {({ totals }) => <Figures totals={totals} current={current} next={next} />}
        </Loaded>
      </Stack>
    </Box>
  );
}
