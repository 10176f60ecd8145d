import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  title: string;
  detail?: ReactNode;
  action?: ReactNode;
  /** The heading level: 1 where the state is all of the page. */
  level?: 1 | 2;
}

/** What stands where content would be: a sign, a sentence, and what can be done. */
export function State({ icon, title, detail, action, level = 2 }: Props) {
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', gap: 1.5, py: 5, px: 2 }}>
      <Box
        aria-hidden
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 72,
          height: 72,
          borderRadius: '28px',
          bgcolor: 'surface.secondaryContainer',
          color: 'surface.onSecondaryContainer',
          '& svg': { fontSize: 34 },
        }}
      >
        {icon}
      </Box>
      <Typography variant="h2" component={`h${level}`}>
        {title}
      </Typography>
      {detail !== undefined && (
        <Typography color="textSecondary" sx={{ maxWidth: '46ch' }}>
          {detail}
        </Typography>
      )}
      {action}
    </Stack>
  );
}
