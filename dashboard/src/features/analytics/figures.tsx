import AttachMoneyOutlined from '@mui/icons-material/AttachMoneyOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import InputOutlined from '@mui/icons-material/InputOutlined';
import OutputOutlined from '@mui/icons-material/OutputOutlined';
import QueryBuilderOutlined from '@mui/icons-material/QueryBuilderOutlined';
import SwapCallsOutlined from '@mui/icons-material/SwapCallsOutlined';
import type { ReactNode } from 'react';
import type { Totals } from '@/api/answers';
import type { Growth } from '@/components/Change';
import { CacheSaved, cachedTokens } from '@/components/CacheSaved';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { formatDuration } from '@/lib/durations';
import { formatShare } from '@/lib/numbers';
import { seriesColour } from '@/lib/series';
import { texts } from '@/texts';
import { UnpricedNote } from './UnpricedNote';

export interface FigureOf {
  label: string;
  icon: ReactNode;
  colour: string;
  of: (totals: Totals) => number | null;
  shown: (totals: Totals) => ReactNode;
  note?: (totals: Totals) => ReactNode;
  growth?: Growth;
}

const words = texts.analytics.cards;

/** The six figures that say how it goes. */
export const FIGURES: FigureOf[] = [
  {
    label: words.cost,
    icon: <AttachMoneyOutlined />,
    colour: seriesColour(0),
    of: ({ estimatedCostMicros }) => estimatedCostMicros,
    shown: ({ costUsd }) => <Money usd={costUsd} />,
    note: ({ unpricedRequests }) => <UnpricedNote requests={unpricedRequests} />,
  },
  {
    label: words.requests,
    icon: <SwapCallsOutlined />,
    colour: seriesColour(1),
    of: ({ requestCount }) => requestCount,
    shown: ({ requestCount }) => <TokenCount tokens={requestCount} />,
  },
  {
    label: words.input,
    icon: <InputOutlined />,
    colour: seriesColour(4),
    of: ({ inputTokens }) => inputTokens,
    shown: ({ inputTokens }) => <TokenCount tokens={inputTokens} />,
    note: (totals) =>
      totals.inputTokens > 0 && (
        <>
          {words.cached(formatShare(totals.cacheReadTokens / totals.inputTokens))}
          {cachedTokens(totals) > 0 && (
            <>
              {words.saved} <CacheSaved of={totals} />
            </>
          )}
        </>
      ),
  },
  {
    label: words.output,
    icon: <OutputOutlined />,
    colour: seriesColour(7),
    of: ({ outputTokens }) => outputTokens,
    shown: ({ outputTokens }) => <TokenCount tokens={outputTokens} />,
    note: ({ reasoningTokens, outputTokens }) =>
      reasoningTokens > 0
        ? words.reasoning(formatShare(reasoningTokens / outputTokens))
        : undefined,
  },
  {
    label: words.latency,
    icon: <QueryBuilderOutlined />,
    colour: seriesColour(6),
    of: ({ avgDurationMs }) => avgDurationMs,
    shown: ({ avgDurationMs }) => <Duration ms={avgDurationMs} />,
    note: ({ p95DurationMs }) =>
      p95DurationMs === null ? undefined : words.p95(formatDuration(p95DurationMs)),
    growth: 'bad',
  },
  {
    label: words.errors,
    icon: <ErrorOutlineOutlined />,
    colour: seriesColour(3),
    of: ({ errorRate }) => errorRate,
    shown: ({ errorRate }) => <data value={errorRate}>{formatShare(errorRate)}</data>,
    growth: 'bad',
  },
];
