import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import type { Summary } from '@/api/answers';
import { Notice } from '@/components/Notice';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { unpricedPath } from '@/lib/pricePaths';

const words = texts.analytics.unpriced;

/** A cost that leaves something out must say so, right where it is read. */
export function UnpricedNotice({ summary: { totals, byModel } }: { summary: Summary }) {
  const { orgId } = useOrg();
  if (totals.unpricedRequests === 0) {
    return null;
  }
  const models = byModel.filter(({ unpricedRequests }) => unpricedRequests > 0);
  return (
    <Notice
      severity="warning"
      sx={{ mb: 2, borderRadius: '16px', alignItems: 'center' }}
      action={
        <Button
          component={Link}
          to={unpricedPath(orgId)}
          color="inherit"
          size="small"
          sx={{ whiteSpace: 'nowrap' }}
        >
          {words.action}
        </Button>
      }
    >
      {words.notice(
        formatCount(totals.unpricedRequests),
        models.map(({ key }) => key ?? '').join(', '),
      )}
    </Notice>
  );
}
