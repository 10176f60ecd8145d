import Box from '@mui/material/Box';
import type { OwnUsage } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Columns } from '@/components/Columns';
import { Duration } from '@/components/Duration';
import { Figures } from '@/components/Figures';
import { Money } from '@/components/Money';
import { Empty } from '@/components/states/Empty';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import type { FilterChange, Filters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { MyTrend } from './MyTrend';
import { OrgBars } from './OrgBars';
import { MyModels } from './MyModels';
import { sharesBy } from './shares';

const words = texts.mine;

function MyFigures({ totals }: Pick<OwnUsage, 'totals'>) {
  const { costUsd, unpricedRequests, requestCount, inputTokens, outputTokens } = totals;
  return (
    <Figures
      label={words.totals}
      figures={[
        {
          label: words.cost,
          value: <Money usd={costUsd} />,
          note: unpricedRequests > 0 && words.unpriced(formatCount(unpricedRequests)),
        },
        { label: words.requests, value: <TokenCount tokens={requestCount} /> },
        { label: words.input, value: <TokenCount tokens={inputTokens} /> },
        { label: words.output, value: <TokenCount tokens={outputTokens} /> },
        { label: words.latency, value: <Duration ms={totals.avgDurationMs} /> },
        { label: words.errors, value: formatShare(totals.errorRate) },
      ]}
    />
  );
}

interface Props {
  usage: OwnUsage;
  filters: Filters;
  onChange: (changed: FilterChange) => void;
}

export function MyUsageBody({ usage: { totals, usage }, filters, onChange }: Props) {
  if (totals.requestCount === 0) {
    return <Empty title={words.emptyTitle} detail={words.emptyDetail} />;
  }
  const models = sharesBy(usage, ({ modelName }) => modelName);
  const orgs = sharesBy(usage, ({ orgId }) => orgId);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <MyFigures totals={totals} />
      <MyTrend
        rows={usage}
        models={models.map(({ key }) => key)}
        filters={filters}
        onChange={onChange}
      />
      <Columns wide="1.5fr">
        <ChartCard title={words.byModel}>
          <MyModels models={models} />
        </ChartCard>
        <ChartCard title={words.byOrg}>
          <OrgBars orgs={orgs} />
        </ChartCard>
      </Columns>
    </Box>
  );
}
