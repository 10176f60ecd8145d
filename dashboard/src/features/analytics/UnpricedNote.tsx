import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { formatCompact } from '@/lib/numbers';
import { texts } from '@/texts';
import { unpricedPath } from '@/lib/pricePaths';

/** Right below a cost that leaves something out. */
export function UnpricedNote({ requests }: { requests: number }) {
  const { orgId } = useOrg();
  return (
    requests > 0 && (
      <Link component={RouterLink} to={unpricedPath(orgId)} sx={{ color: 'warning.main' }}>
        {texts.analytics.unpriced.note(formatCompact(requests))}
      </Link>
    )
  );
}
