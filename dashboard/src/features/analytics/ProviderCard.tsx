import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Summary } from '@/api/answers';
import { Donut } from '@/components/charts/Donut';
import { Swatch } from '@/components/charts/Swatch';
import { useCurrency } from '@/components/currency/CurrencyContext';
import { ChartCard } from '@/components/ChartCard';
import { Money } from '@/components/Money';
import { Empty } from '@/components/states/Empty';
import { formatUsd, usdOfMicros } from '@/lib/money';
import { providerName } from '@/lib/names';
import { formatShare } from '@/lib/numbers';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';

import { GroupCost } from '@/components/GroupCost';

const words = texts.analytics.providers;

const DONUT_SIZE = 184;

function ProviderList({ groups }: { groups: Summary['byProvider'] }) {
  return (
    <Stack component="ul" sx={{ gap: 0.75, m: 0, p: 0, pt: 2 }}>
      {groups.map((group, index) => (
        <Box
          component="li"
          key={group.key}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: '0.875rem' }}
        >
          <Swatch colour={rankColour(index, groups.length)} />
          <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {providerName(group.key ?? '')}
          </Box>
          <Box sx={{ fontWeight: 600 }}>
            <GroupCost group={group} />
          </Box>
          <Box sx={{ width: 52, textAlign: 'right', color: 'text.secondary' }}>
            {formatShare(group.share)}
          </Box>
        </Box>
      ))}
    </Stack>
  );
}

export function ProviderCard({ summary }: { summary: Summary }) {
  const currency = useCurrency();
  const { byProvider, totals } = summary;
  const slices = byProvider.map(({ key, estimatedCostMicros }, index) => ({
    id: key ?? '',
    label: providerName(key ?? ''),
    value: estimatedCostMicros,
    colour: rankColour(index, byProvider.length),
  }));
  return (
    <ChartCard title={words.title}>
      {byProvider.length === 0 ? (
        <Empty title={texts.analytics.trend.emptyTitle} />
      ) : (
        <>
          <Donut
            slices={slices.filter(({ value }) => value > 0)}
            size={DONUT_SIZE}
            label={words.label(formatUsd(totals.costUsd, currency))}
            formatValue={(micros) => formatUsd(usdOfMicros(micros), currency)}
            centre={
              <>
                <Typography variant="caption" color="textSecondary">
                  {texts.values.total}
                </Typography>
                <Typography sx={{ fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.2 }}>
                  <Money usd={totals.costUsd} />
                </Typography>
              </>
            }
          />
          <ProviderList groups={byProvider} />
        </>
      )}
    </ChartCard>
  );
}
