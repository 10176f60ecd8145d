import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Call } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { useResolvedCost } from '@/api/useResolvedCost';
import { Money } from '@/components/Money';
import { Notice } from '@/components/Notice';
import { Loading } from '@/components/states/Loading';
import { formatExactUsd } from '@/lib/money';
import { texts } from '@/texts';
import { CostStatus } from '../CallCost';
import { CostFindingNotice } from './CostFindingNotice';
import { CostLines } from './CostLines';
import { PanelSection } from './PanelSection';

const words = texts.call.cost;
const HEIGHT = 180;

function Recorded({ call: { costUsd, costStatus } }: { call: Call }) {
  const unknown = costStatus === 'unpriced';
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1.5 }}>
      <Typography component="p" sx={{ fontSize: '2rem', fontWeight: 700, lineHeight: 1.2 }}>
        {unknown ? words.unknown : <Money usd={costUsd} />}
      </Typography>
      <CostStatus status={costStatus} />
      {!unknown && (
        <Typography variant="caption" color="textSecondary" sx={{ width: '100%' }}>
          {words.exact(formatExactUsd(costUsd))}
        </Typography>
      )}
    </Box>
  );
}

function Resolved({ call, tz }: { call: Call; tz: string }) {
  const { data, isError, refetch } = useResolvedCost(useOrg().orgId, call);
  if (isError) {
    // What was recorded is known all the same: no reason to hide the panel behind the failure.
    const again = (
      <Button color="inherit" size="small" onClick={() => void refetch()}>
        {texts.states.retry}
      </Button>
    );
    return (
      <Notice severity="warning" action={again} sx={{ borderRadius: '12px', mt: 1.5 }}>
        {words.unavailable}
      </Notice>
    );
  }
  if (data === undefined) {
    return <Loading height={HEIGHT} />;
  }
  return (
    <>
      <CostFindingNotice call={call} resolved={data} tz={tz} />
      {data.components.length > 0 && <CostLines call={call} cost={data} tz={tz} />}
    </>
  );
}

/** What was recorded, and what the price book makes of the same usage. */
export function CostSection({ call, tz }: { call: Call; tz: string }) {
  return (
    <PanelSection title={words.title}>
      <Recorded call={call} />
      <Resolved call={call} tz={tz} />
    </PanelSection>
  );
}
