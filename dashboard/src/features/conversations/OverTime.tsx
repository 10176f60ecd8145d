import { useState } from 'react';
import type { Call } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { type CallsQuery, useCalls } from '@/api/useCalls';
import { ChartCard } from '@/components/ChartCard';
import { Legend } from '@/components/charts/Legend';
import { StackedBars } from '@/components/charts/StackedBars';
import { useCurrency } from '@/components/currency/CurrencyContext';
import { Choice } from '@/components/filters/Choice';
import { Loaded } from '@/components/states/Loaded';
import { formatMoment } from '@/lib/instants';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { barsOf, type Measure, MEASURES, SHOWN } from './measures';

const words = texts.conversations.chart;
const CHART_HEIGHT = 240;
const LEGEND_HEIGHT = 36;

/** As many as the API gives at once, and more bars than a screen can tell apart. */
const MOST = '200';

interface BarsProps {
  calls: Call[];
  measure: Measure;
  tz: string;
}

function Bars({ calls, measure, tz }: BarsProps) {
  const { onAxis, exactly } = SHOWN[measure];
  const currency = useCurrency();
  const stack = barsOf(calls, measure);
  const moments = new Map(
    calls.map(({ eventId, occurredAt }) => [eventId, formatMoment(occurredAt, tz)]),
  );
  return (
    <>
      <StackedBars
        stack={stack}
        label={words.label(words[measure], formatCount(calls.length))}
        height={CHART_HEIGHT}
        formatStart={(eventId) => moments.get(eventId) ?? ''}
        formatTick={(value) => onAxis(value, currency)}
        scale={measure === 'cost' ? Number(currency.rate) : 1}
        formatValue={(value) => exactly(value, currency)}
      />
      {stack.series.length > 1 && <Legend entries={stack.series} />}
    </>
  );
}

export function OverTime({ query }: { query: CallsQuery }) {
  const [measure, setMeasure] = useState<Measure>('cost');
  const calls = useCalls(useOrg().orgId, { ...query, limit: MOST });
  return (
    <ChartCard
      title={words.title}
      subtitle={calls.data ? words.subtitle(formatCount(calls.data.logs.length)) : ' '}
      actions={
        <Choice
          label={words.measure}
          options={MEASURES}
          value={measure}
          nameOf={(option) => words[option]}
          onChange={setMeasure}
        />
      }
    >
      <Loaded query={calls} height={CHART_HEIGHT + LEGEND_HEIGHT}>
        {({ logs }) => <Bars calls={logs} measure={measure} tz={query.tz} />}
      </Loaded>
    </ChartCard>
  );
}
