import Stack from '@mui/material/Stack';
import type { Summary, Timeline } from '@/api/answers';
import { Legend } from '@/components/charts/Legend';
import { StackedBars } from '@/components/charts/StackedBars';
import { useCurrency } from '@/components/currency/CurrencyContext';
import { ChartCard } from '@/components/ChartCard';
import { Choice } from '@/components/filters/Choice';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { type Granularity, granularitiesOf } from '@/lib/granularity';
import { formatMetric, formatMetricTick, measure, metricScale } from '@/lib/metrics';
import { spanFormat } from '@/lib/spans';
import { type Measured, stackOf } from '@/lib/stack';
import {
  type FilterChange,
  type Filters,
  type GroupBy,
  GROUPS,
  type Metric,
  METRICS,
} from '@/lib/useFilters';
import { texts } from '@/texts';
import { useOrg } from '@/api/OrgContext';
import { reportFilters } from './api/reportFilters';
import { useTimeline } from './api/useTimeline';
import { groupNames, groupsOf } from './groupNames';

const words = texts.analytics.trend;

const CHART_HEIGHT = 300;
const LEGEND_HEIGHT = 36;

interface Props {
  filters: Filters;
  onChange: (changed: FilterChange) => void;
  summary: Summary | undefined;
}

function Choices({ filters, onChange }: Omit<Props, 'summary'>) {
  const nameOf = (option: Metric | GroupBy | Granularity) => texts.filters[option];
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      <Choice
        label={texts.filters.metric}
        options={METRICS}
        value={filters.metric}
        nameOf={nameOf}
        onChange={(metric) => onChange({ metric })}
      />
      <Choice
        label={texts.filters.groupBy}
        options={GROUPS}
        value={filters.groupBy}
        nameOf={nameOf}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <Choice
        label={texts.filters.granularity}
        options={granularitiesOf(filters)}
        value={filters.granularity}
        nameOf={nameOf}
        onChange={(granularity) => onChange({ granularity })}
      />
    </Stack>
  );
}

interface ChartProps {
  filters: Filters;
  timeline: Timeline;
  order: string[];
}

function TrendChart({
  filters: { metric, groupBy, granularity, tz },
  timeline,
  order,
}: ChartProps) {
  const currency = useCurrency();
  const measured: Measured[] = timeline.points.map((point) => ({
    start: point.start,
    group: point.group ?? '',
    value: measure(metric, point),
  }));
  const stack = stackOf(measured, order, groupNames[groupBy], texts.values.others);
  if (stack.series.length === 0) {
    return <Empty title={words.emptyTitle} detail={words.emptyDetail} />;
  }
  const shown = (value: number) => formatMetric(metric, value, currency);
  return (
    <>
      <StackedBars
        stack={stack}
        height={CHART_HEIGHT}
        label={words.label(
          texts.filters[metric],
          texts.filters[groupBy],
          shown(measure(metric, timeline.totals)),
        )}
        formatStart={spanFormat(granularity, tz)}
        formatValue={shown}
        formatTick={(value) => formatMetricTick(metric, value, currency)}
        scale={metricScale(metric, currency)}
      />
      <Legend entries={stack.series.map((series) => ({ ...series, value: shown(series.total) }))} />
    </>
  );
}

/** How cost, tokens or requests developed, and what they were made of. */
export function TrendCard({ filters, onChange, summary }: Props) {
  const { orgId } = useOrg();
  const timeline = useTimeline(orgId, reportFilters(filters), filters.granularity, filters.groupBy);
  const order = summary && groupsOf(summary, filters.groupBy).map(({ key }) => key ?? '');
  return (
    <ChartCard
      title={words.title[filters.metric]}
      actions={<Choices filters={filters} onChange={onChange} />}
    >
      <Loaded query={timeline} height={CHART_HEIGHT + LEGEND_HEIGHT}>
        {(data) => <TrendChart filters={filters} timeline={data} order={order ?? []} />}
      </Loaded>
    </ChartCard>
  );
}
