import { type Currency, formatCompactUsd, formatUsd, usdOfMicros } from './money';
import { formatCompact, formatCount } from './numbers';
import type { Metric } from './useFilters';

/** What every answer with totals has. */
interface Measurable {
  estimatedCostMicros: number;
  totalTokens: number;
  requestCount: number;
}

/** Whole micro-dollars, tokens or requests. */
export function measure(metric: Metric, totals: Measurable): number {
  switch (metric) {
    case 'cost':
      return totals.estimatedCostMicros;
    case 'tokens':
      return totals.totalTokens;
    case 'requests':
      return totals.requestCount;
  }
}

export const formatMetric = (metric: Metric, value: number, currency: Currency): string =>
  metric === 'cost' ? formatUsd(usdOfMicros(value), currency) : formatCount(value);

/** What one of a metric is shown as. A float, for the heights of bars. */
export const metricScale = (metric: Metric, { rate }: Currency): number =>
  metric === 'cost' ? Number(rate) : 1;

export const formatMetricTick = (metric: Metric, value: number, currency: Currency): string =>
  metric === 'cost' ? formatCompactUsd(value / 1_000_000, currency) : formatCompact(value);
