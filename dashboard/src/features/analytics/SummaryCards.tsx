import AttachMoneyOutlined from '@mui/icons-material/AttachMoneyOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import InputOutlined from '@mui/icons-material/InputOutlined';
import OutputOutlined from '@mui/icons-material/OutputOutlined';
import QueryBuilderOutlined from '@mui/icons-material/QueryBuilderOutlined';
import SwapCallsOutlined from '@mui/icons-material/SwapCallsOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Summary, TimelinePoint, Totals } from '@/api/answers';
import type { Growth } from '@/components/Change';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { SummaryCard } from '@/components/SummaryCard';
import { TokenCount } from '@/components/TokenCount';
import { seriesColour } from '@/lib/series';
import { changeOf, formatShare } from '@/lib/numbers';
import { formatDuration } from '@/lib/durations';
import { texts } from '@/texts';

interface Figure {
  label: string;
  icon: ReactNode;
  of: (totals: Totals) => number | null;
  shown: (totals: Totals) => ReactNode;
  note?: (totals: Totals) => string | undefined;
  growth?: Growth;
}

const t = texts.analytics.cards;

const FIGURES: Figure[] = [
  {
    label: t.cost,
    icon: <AttachMoneyOutlined />,
    of: ({ estimatedCostMicros }) => estimatedCostMicros,
    shown: ({ costUsd }) => <Money usd={costUsd} />,
  },
  {
    label: t.requests,
    icon: <SwapCallsOutlined />,
    of: ({ requestCount }) => requestCount,
    shown: ({ requestCount }) => <TokenCount tokens={requestCount} />,
  },
  {
    label: t.input,
    icon: <InputOutlined />,
    of: ({ inputTokens }) => inputTokens,
    shown: ({ inputTokens }) => <TokenCount tokens={inputTokens} />,
    note: ({ cacheReadTokens, inputTokens }) =>
      inputTokens > 0 ? t.cached(formatShare(cacheReadTokens / inputTokens)) : undefined,
  },
  {
    label: t.output,
    icon: <OutputOutlined />,
    of: ({ outputTokens }) => outputTokens,
    shown: ({ outputTokens }) => <TokenCount tokens={outputTokens} />,
    note: ({ reasoningTokens, outputTokens }) =>
      reasoningTokens > 0 ? t.reasoning(formatShare(reasoningTokens / outputTokens)) : undefined,
  },
  {
    label: t.latency,
    icon: <QueryBuilderOutlined />,
    of: ({ avgDurationMs }) => avgDurationMs,
    shown: ({ avgDurationMs }) => <Duration ms={avgDurationMs} />,
    note: ({ p95DurationMs }) =>
      p95DurationMs === null ? undefined : t.p95(formatDuration(p95DurationMs)),
    growth: 'bad',
  },
  {
    label: t.errors,
    icon: <ErrorOutlined />,
    of: ({ errorRate }) => errorRate,
    shown: ({ errorRate }) => <data value={errorRate}>{formatShare(errorRate)}</data>,
    growth: 'bad',
  },
];

interface Props {
  summary: Summary | undefined;
  points: TimelinePoint[];
}

/** The six figures that say how it goes. */
export function SummaryCards({ summary, points }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(3, minmax(0, 1fr))',
          lg: 'repeat(6, minmax(0, 1fr))',
        },
      }}
    >
      {FIGURES.map(({ label, icon, of, shown, note, growth }, index) => (
        <SummaryCard
          key={label}
          label={label}
          icon={icon}
          value={summary && shown(summary.totals)}
          note={summary && note?.(summary.totals)}
          change={summary && changeOf(of(summary.totals), of(summary.previous.totals))}
          growth={growth}
          trend={points.map((point) => of(point) ?? 0)}
          colour={seriesColour(index)}
        />
      ))}
    </Box>
  );
}
