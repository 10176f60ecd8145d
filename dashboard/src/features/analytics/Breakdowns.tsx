import Box from '@mui/material/Box';
import type { Summary } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { featureName } from '@/lib/names';
import { seriesColour } from '@/lib/series';
import { texts } from '@/texts';
import { CostBars } from './CostBars';
import { MostUsedCard } from './MostUsedCard';

const words = texts.analytics;

const asItIs = (key: string): string => key;

/** What the cost is made of, and what is used most, which is not the same. */
export function Breakdowns({ summary }: { summary: Summary }) {
  const { byModel, byFeature, byCategory } = summary;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 290px), 1fr))',
      }}
    >
      <ChartCard title={words.byFeature}>
        <CostBars groups={byFeature} nameOf={featureName} colour={seriesColour(1)} />
      </ChartCard>
      <ChartCard title={words.byCategory}>
        <CostBars groups={byCategory} nameOf={asItIs} colour={seriesColour(3)} />
      </ChartCard>
      <MostUsedCard
        title={words.mostByRequests}
        models={byModel}
        of={({ requestCount }) => requestCount}
      />
      <MostUsedCard
        title={words.mostByTokens}
        models={byModel}
        of={({ totalTokens }) => totalTokens}
      />
    </Box>
  );
}
