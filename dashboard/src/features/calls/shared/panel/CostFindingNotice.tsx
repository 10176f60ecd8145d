import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { Call } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import type { ResolvedCost } from '@/api/answers';
import { may } from '@/api/useMe';
import { Notice } from '@/components/Notice';
import { formatInstant } from '@/lib/instants';
import { formatUsd } from '@/lib/money';
import { modelPath } from '@/lib/pricePaths';
import { texts } from '@/texts';
import { type CostFinding, costFinding } from '../costFinding';

const words = texts.call.findings;

const SEVERITIES: Record<CostFinding, 'success' | 'info' | 'warning'> = {
  agrees: 'success',
  pricedAfterwards: 'info',
  reported: 'info',
  unpriced: 'warning',
  pricedSince: 'info',
  partial: 'warning',
  otherPrice: 'info',
  unlistedUsage: 'info',
};

function sentence(finding: CostFinding, call: Call, resolved: ResolvedCost, tz: string): string {
  const amount = resolved.costUsd === null ? undefined : formatUsd(resolved.costUsd);
  switch (finding) {
    case 'pricedAfterwards':
      return words.pricedAfterwards(formatInstant(resolved.price?.recordedAt ?? '', tz));
    case 'reported':
      return amount === undefined ? words.reportedUnpriced : words.reported(amount);
    case 'pricedSince':
    case 'unlistedUsage':
      return words[finding](amount ?? '');
    case 'otherPrice':
      return words.otherPrice(
        call.priceVersion ?? texts.values.none,
        amount ?? texts.call.cost.unknown,
      );
    default:
      return words[finding];
  }
}

/** Where prices are set, for those who may. */
function PriceLink({ call }: { call: Call }) {
  const org = useOrg();
  if (!may(org, 'org:prices:write')) {
    return null;
  }
  return (
    <Button
      component={Link}
      to={modelPath(org.orgId, call)}
      color="inherit"
      size="small"
      sx={{ display: 'block', width: 'fit-content', ml: -1.25, px: 1.25 }}
    >
      {texts.call.setPrice}
    </Button>
  );
}

interface Props {
  call: Call;
  resolved: ResolvedCost;
  tz: string;
}

export function CostFindingNotice({ call, resolved, tz }: Props) {
  const finding = costFinding(call, resolved);
  return (
    <Notice
      severity={SEVERITIES[finding]}
      data-finding={finding}
      sx={{ borderRadius: '12px', mt: 1.5 }}
    >
      {sentence(finding, call, resolved, tz)}
      {finding !== 'agrees' && <PriceLink call={call} />}
    </Notice>
  );
}
