import type { OwnUsageRow } from '@/api/answers';
import { useCurrency } from '@/components/currency/CurrencyContext';
import { ChartCard } from '@/components/ChartCard';
import { Legend } from '@/components/charts/Legend';
import { StackedBars } from '@/components/charts/StackedBars';
import { Choice } from '@/components/filters/Choice';
import { addDays, type Day, formatDay } from '@/lib/days';
import { formatMetric, formatMetricTick, measure, metricScale } from '@/lib/metrics';
import { type Measured, stackOf } from '@/lib/stack';
import { type FilterChange, type Filters, METRICS } from '@/lib/useFilters';
import { texts } from '@/texts';

const HEIGHT = 280;

interface Props {
  rows: OwnUsageRow[];
  /** What costs most first. */
  models: string[];
  filters: Filters;
  onChange: (changed: FilterChange) => void;
}

/** The answer has no rows for days without calls; in a chart they must not be missing. */
function everyDay(from: Day, to: Day, model: string): Measured[] {
  const days: Measured[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({ start: day, group: model, value: 0 });
  }
  return days;
}

export function MyTrend({ rows, models, filters: { from, to, metric }, onChange }: Props) {
  const measured = rows.map((row) => ({
    start: row.date,
    group: row.modelName,
    value: measure(metric, row),
  }));
  const stack = stackOf(
    [...everyDay(from, to, models[0] ?? ''), ...measured],
    models,
    (model) => model,
    texts.values.others,
  );
  const currency = useCurrency();
  const shown = (value: number) => formatMetric(metric, value, currency);
  return (
    <ChartCard
      title={texts.mine.trend[metric]}
      actions={
        <Choice
          label={texts.filters.metric}
          options={METRICS}
          value={metric}
          nameOf={(option) => texts.filters[option]}
          onChange={(chosen) => onChange({ metric: chosen })}
        />
      }
    >
      <StackedBars
        stack={stack}
        height={HEIGHT}
        label={texts.mine.trendLabel(texts.filters[metric])}
        formatStart={formatDay}
        formatValue={shown}
        formatTick={(value) => formatMetricTick(metric, value, currency)}
        scale={metricScale(metric, currency)}
      />
      <Legend entries={stack.series.map((series) => ({ ...series, value: shown(series.total) }))} />
    </ChartCard>
  );
}
