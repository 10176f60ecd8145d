import Box from '@mui/material/Box';
import { BarChart } from '@mui/x-charts/BarChart';
import type { Stack } from '@/lib/stack';

export interface StackedBarsProps {
  stack: Stack;
  /** What the chart shows, in a sentence, for those who do not see it. */
  label: string;
  height: number;
  formatStart: (start: string) => string;
  /** In tooltips. */
  formatValue: (value: number) => string;
  /** On the axis, where there is room for few letters. */
  formatTick: (value: number) => string;
  /** What one of a value is shown as, where it is converted: the axis is marked at round numbers of that. */
  scale?: number;
}

const MOST_LABELS = 10;

export default function StackedBarsChart({
  stack,
  label,
  height,
  formatStart,
  formatValue,
  formatTick,
  scale = 1,
}: StackedBarsProps) {
  // Labels at even distances; the library would leave out those that happen not to fit.
  const step = Math.ceil(stack.starts.length / MOST_LABELS);
  return (
    <Box role="img" aria-label={label} sx={{ height, mx: -1 }}>
      <BarChart
        height={height}
        skipAnimation
        hideLegend
        borderRadius={4}
        grid={{ horizontal: true }}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        xAxis={[
          {
            scaleType: 'band',
            data: stack.starts,
            valueFormatter: formatStart,
            categoryGapRatio: 0.28,
            disableTicks: true,
            tickInterval: (_start, index) => index % step === 0,
          },
        ]}
        yAxis={[
          {
            width: 52,
            valueFormatter: (drawn: number) => formatTick(drawn / scale),
            disableLine: true,
            disableTicks: true,
            tickNumber: 5,
          },
        ]}
        series={stack.series.map(({ id, label: name, colour, values }) => ({
          id,
          label: name,
          color: colour,
          data: values.map((value) => value * scale),
          stack: 'all',
          // Null takes what is nothing out of the tooltip.
          valueFormatter: (_drawn: number | null, { dataIndex }: { dataIndex: number }) => {
            const value = values[dataIndex] ?? 0;
            return value === 0 ? null : formatValue(value);
          },
        }))}
      />
    </Box>
  );
}
