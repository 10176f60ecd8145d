import Box from '@mui/material/Box';
import type { TagReport } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Columns } from '@/components/Columns';
import { Figures } from '@/components/Figures';
import { Empty } from '@/components/states/Empty';
import { seriesColour } from '@/lib/series';
import { texts } from '@/texts';
import { CostBars } from '../CostBars';
import { FIGURES } from '../figures';
import { AgentTable } from './AgentTable';
import { CallTable } from './CallTable';

const words = texts.analytics.tag;

const asItIs = (phase: string): string => phase;

interface Props {
  report: TagReport;
  timeZone: string;
}

export function TagBody({ report: { totals, byPhase, byAgent, logs }, timeZone }: Props) {
  if (totals.requestCount === 0) {
    return <Empty title={words.emptyTitle} detail={texts.analytics.trend.emptyDetail} />;
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Figures
        label={words.totals}
        figures={FIGURES.map(({ label, shown, note }) => ({
          label,
          value: shown(totals),
          note: note?.(totals),
        }))}
      />
      <Columns wide="2fr">
        <ChartCard title={words.byAgent}>
          <AgentTable agents={byAgent} />
        </ChartCard>
        <ChartCard title={words.byPhase}>
          <CostBars groups={byPhase} nameOf={asItIs} colour={seriesColour(3)} />
        </ChartCard>
      </Columns>
      <ChartCard title={words.calls}>
        <CallTable calls={logs} timeZone={timeZone} />
      </ChartCard>
    </Box>
  );
}
