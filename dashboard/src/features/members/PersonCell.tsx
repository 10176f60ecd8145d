import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { Member } from '@/api/answers';
import { useMe } from '@/api/useMe';
import { initialsOf } from '@/lib/initials';
import { texts } from '@/texts';

export function PersonCell({ member: { userId, name } }: { member: Member }) {
  const own = useMe().userId === userId;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 0.5 }}>
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
        {initialsOf(name)}
      </Avatar>
      <Box sx={{ minWidth: 0 }}>
        <Typography component="div" sx={{ fontWeight: 600 }}>
          {name} {own && <Chip size="small" label={texts.members.you} />}
        </Typography>
        {name !== userId && (
          <Typography variant="body2" color="textSecondary">
            {userId}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
