import Box from '@mui/material/Box';
import { formatInstant, formatTime } from '@/lib/instants';
import { formatUsd, usdOfNanos } from '@/lib/money';
import { formatCount, formatRate } from '@/lib/numbers';
import type { Filters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { useDeadLetters } from './api/useDeadLetters';
import { useDrift } from './api/useDrift';
import { useIntake } from './api/useIntake';
import { HealthCard } from './HealthCard';
import { lagTier } from './health';

const words = texts.platform.health;

/** Whether events come in, are read in time, and are all counted. */
export function Health({ filters }: { filters: Filters }) {
  const intake = useIntake();
  const letters = useDeadLetters();
  const drift = useDrift(filters);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
      }}
    >
      <HealthCard label={words.rate} query={intake}>
        {({ eventsPerSecond, outcomes: { recorded }, since }) => ({
          value: words.perSecond(formatRate(eventsPerSecond)),
          detail: words.recorded(formatCount(recorded), formatInstant(since, filters.tz)),
        })}
      </HealthCard>
      <HealthCard label={words.lag} query={intake}>
        {({ lag, eventsPerSecond }) => ({
          value: lag === null ? words.unknown : words.events(formatCount(lag)),
          tier: lag === null ? 'red' : lagTier(lag, eventsPerSecond),
          detail: lag === null ? words.lagUnknown : words.lagDetail,
        })}
      </HealthCard>
      <HealthCard label={words.deadLetters} query={letters}>
        {({ deadLetters, nextCursor }) => ({
          // The document leaves out that the last page has null.
          value:
            formatCount(deadLetters.length) + ((nextCursor as string | null) === null ? '' : '+'),
          tier: deadLetters.length === 0 ? 'green' : 'amber',
          detail: words.lastDay,
        })}
      </HealthCard>
      <HealthCard label={words.drift} query={drift}>
        {({ driftNanos, driftingRows, checkedAt }) => ({
          value: formatUsd(usdOfNanos(driftNanos)),
          tier: driftingRows === 0 ? 'green' : 'red',
          detail: words.checked(formatCount(driftingRows), formatTime(checkedAt, filters.tz)),
        })}
      </HealthCard>
    </Box>
  );
}
