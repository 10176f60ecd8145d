import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { tagName } from '@/lib/names';
import { texts } from '@/texts';
import { PanelSection } from './PanelSection';

/** Tags of the event; each leads to what all calls with it cost. */
export function CallTags({ tags }: { tags: Record<string, unknown> }) {
  const { orgId } = useOrg();
  const entries = Object.entries(tags).map(([key, value]) => [key, String(value)] as const);
  if (entries.length === 0) {
    return null;
  }
  return (
    <PanelSection title={texts.call.tags}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {entries.map(([key, value]) => (
          <Chip
            key={key}
            component={Link}
            clickable
            to={`/orgs/${orgId}/analytics/tags/${encodeURIComponent(key)}/${encodeURIComponent(value)}`}
            label={`${tagName(key)}: ${value}`}
          />
        ))}
      </Stack>
    </PanelSection>
  );
}
