import Avatar from '@mui/material/Avatar';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { initialsOf } from '@/lib/initials';
import { texts } from '@/texts';
import type { PasswordCredentials } from './usePasswordSignIn';

/** The password that all demo users of the local stack have; it refuses to start with it elsewhere. */
const DEMO_PASSWORD = 'demo';

interface Props {
  users: string[];
  disabled: boolean;
  onChoose: (credentials: PasswordCredentials) => void;
}

export function DemoUsers({ users, disabled, onChoose }: Props) {
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {texts.session.demo}
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {users.map((user) => (
          <Chip
            key={user}
            label={user}
            avatar={<Avatar aria-hidden>{initialsOf(user)}</Avatar>}
            variant="outlined"
            sx={{
              '& .MuiChip-avatar': {
                bgcolor: 'surface.primaryContainer',
                color: 'surface.onPrimaryContainer',
              },
            }}
            disabled={disabled}
            onClick={() => onChoose({ user, password: DEMO_PASSWORD })}
          />
        ))}
      </Stack>
      <Typography variant="caption" color="textSecondary">
        {texts.session.demoHint}
      </Typography>
    </Stack>
  );
}
