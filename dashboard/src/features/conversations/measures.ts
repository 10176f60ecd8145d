import type { Call } from '@/api/answers';
import { formatDuration } from '@/lib/durations';
import { formatCompactUsd, formatUsd } from '@/lib/money';
import { formatCompact, formatCount } from '@/lib/numbers';
import { texts } from '@/texts';

const t = texts.conversations.chart;

export const MEASURES = ['cost', 'tokens', 'latency'] as const;

export type Measure = (typeof MEASURES)[number];

interface Series {
  label: string;
  of: (call: Call) => number | null;
}

interface Shown {
  series: Series[];
  onAxis: (value: number) => string;
  exactly: (value: number) => string;
}

/** The heights of bars, as floats; amounts in figures come from the API as they are. */
export const SHOWN: Record<Measure, Shown> = {
  cost: {
    series: [{ label: t.cost, of: ({ costUsd }) => Number(costUsd) }],
    onAxis: formatCompactUsd,
    exactly: (usd) => formatUsd(String(usd)),
  },
  tokens: {
    series: [
      { label: t.input, of: ({ inputTokens }) => inputTokens },
      { label: t.output, of: ({ outputTokens }) => outputTokens },
    ],
    onAxis: formatCompact,
    exactly: formatCount,
  },
  latency: {
    series: [{ label: t.latency, of: ({ durationMs }) => durationMs }],
    onAxis: formatDuration,
    exactly: formatDuration,
  },
};
