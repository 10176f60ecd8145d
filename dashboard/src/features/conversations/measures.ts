import type { Call } from '@/api/answers';
import { formatDuration } from '@/lib/durations';
import { type Currency, formatCompactUsd, formatUsd } from '@/lib/money';
import { formatCompact, formatCount } from '@/lib/numbers';
import { seriesColour } from '@/lib/series';
import type { Stack } from '@/lib/stack';
import { texts } from '@/texts';

const words = texts.conversations.chart;

export const MEASURES = ['cost', 'tokens', 'latency'] as const;

export type Measure = (typeof MEASURES)[number];

interface Part {
  label: string;
  of: (call: Call) => number | null;
}

interface Shown {
  parts: Part[];
  onAxis: (value: number, currency: Currency) => string;
  exactly: (value: number, currency: Currency) => string;
}

/** The heights of bars, as floats; amounts in figures come from the API as they are. */
export const SHOWN: Record<Measure, Shown> = {
  cost: {
    parts: [{ label: words.cost, of: ({ costUsd }) => Number(costUsd) }],
    onAxis: formatCompactUsd,
    exactly: (usd, currency) => formatUsd(usd.toFixed(9), currency),
  },
  tokens: {
    parts: [
      { label: words.input, of: ({ inputTokens }) => inputTokens },
      { label: words.output, of: ({ outputTokens }) => outputTokens },
    ],
    onAxis: formatCompact,
    exactly: formatCount,
  },
  latency: {
    parts: [{ label: words.latency, of: ({ durationMs }) => durationMs }],
    onAxis: formatDuration,
    exactly: formatDuration,
  },
};

/** A bar for each call, in the order they came; by id, as two may be of one moment. */
export function barsOf(newestFirst: Call[], measure: Measure): Stack {
  const calls = newestFirst.toReversed();
  return {
    starts: calls.map(({ eventId }) => eventId),
    series: SHOWN[measure].parts.map(({ label, of }, slot) => {
      const values = calls.map((call) => of(call) ?? 0);
      const total = values.reduce((sum, value) => sum + value, 0);
      return { id: label, label, colour: seriesColour(slot), values, total };
    }),
  };
}
