import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { lazy, Suspense, useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { type CallsQuery, useCalls } from '@/api/useCalls';
import { ChartCard } from '@/components/ChartCard';
import { Loaded } from '@/components/states/Loaded';
import { Loading } from '@/components/states/Loading';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { MEASURES, type Measure } from './measures';

const t = texts.conversations.chart;
const HEIGHT = 260;

/** As many as the API gives at once, and more bars than a screen can tell apart. */
const MOST = '200';

const CallBars = lazy(() => import('./CallBars'));

export function OverTime({ query }: { query: CallsQuery }) {
  const [measure, setMeasure] = useState<Measure>('cost');
  const calls = useCalls(useOrg().orgId, { ...query, limit: MOST });
  const choice = (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={measure}
      aria-label={t.measure}
      onChange={(_event, chosen: Measure | null) => chosen !== null && setMeasure(chosen)}
    >
      {MEASURES.map((each) => (
        <ToggleButton key={each} value={each}>
          {t[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return (
    <ChartCard
      title={t.title}
      subtitle={calls.data && t.subtitle(formatCount(calls.data.logs.length))}
      actions={choice}
    >
      <Loaded query={calls} height={HEIGHT}>
        {({ logs }) => (
          <Suspense fallback={<Loading height={HEIGHT} />}>
            <CallBars calls={logs} measure={measure} tz={query.tz} height={HEIGHT} />
          </Suspense>
        )}
      </Loaded>
    </ChartCard>
  );
}
