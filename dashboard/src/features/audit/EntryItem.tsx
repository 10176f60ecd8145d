import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditEntry } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { formatInstant } from '@/lib/instants';
import { initialsOf } from '@/lib/initials';
import { changedIn } from './changed';
import { ChangedValue } from './ChangedValue';
import { actionName } from './names';

/** Who did what and when, with what it was before. */
export function EntryItem({ entry: { at, actor, action, detail } }: { entry: AuditEntry }) {
  const { timeZone } = useOrg();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.5,
        py: 1.5,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Avatar
        aria-hidden
        sx={{
          width: 36,
          height: 36,
          fontSize: '0.875rem',
          fontWeight: 600,
          bgcolor: 'surface.secondaryContainer',
          color: 'surface.onSecondaryContainer',
        }}
      >
        {initialsOf(actor)}
      </Avatar>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          <strong>{actor}</strong> {actionName(action)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          <time dateTime={at}>{formatInstant(at, timeZone)}</time>
        </Typography>
        <Box component="dl" sx={{ m: 0, mt: 0.5, fontSize: '0.875rem' }}>
          {changedIn(detail).map((changed) => (
            <ChangedValue key={changed.field} changed={changed} />
          ))}
        </Box>
      </Box>
    </Box>
  );
}
