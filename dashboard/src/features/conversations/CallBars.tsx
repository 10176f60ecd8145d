import { BarChart } from '@mui/x-charts/BarChart';
import { formatInstant, formatTime } from '@/lib/instants';
import { seriesColour } from '@/lib/series';
import type { Call } from '@/api/answers';
import { texts } from '@/texts';
import { type Measure, SHOWN } from './measures';

interface Props {
  /** Newest first, as the log has them. */
  calls: Call[];
  measure: Measure;
  tz: string;
  height: number;
}

/** Every call a bar, in the order they came. */
export default function CallBars({ calls, measure, tz, height }: Props) {
  const { series, onAxis, exactly } = SHOWN[measure];
  const inOrder = calls.toReversed();
  return (
    <BarChart
      aria-label={texts.conversations.chart.label}
      height={height}
      skipAnimation
      borderRadius={4}
      hideLegend={series.length === 1}
      grid={{ horizontal: true }}
      margin={{ left: 0, right: 8 }}
      xAxis={[
        {
          scaleType: 'band',
          // Two calls of one moment are still two bars.
          data: inOrder.map((_call, index) => index),
          valueFormatter: (index: number, { location }) => {
            const at = inOrder[index]?.occurredAt ?? '';
            return location === 'tick' ? formatTime(at, tz) : formatInstant(at, tz);
          },
        },
      ]}
      yAxis={[{ width: 56, valueFormatter: onAxis }]}
      series={series.map(({ label, of }, slot) => ({
        label,
        data: inOrder.map(of),
        stack: measure,
        color: seriesColour(slot),
        valueFormatter: (value: number | null) =>
          value === null ? texts.values.none : exactly(value),
      }))}
    />
  );
}
