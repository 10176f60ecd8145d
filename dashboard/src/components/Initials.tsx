import Box from '@mui/material/Box';
import { initialsOf } from '@/lib/initials';

/** A picture of letters. Drawn by the style sheet, as it is no text: the name is said elsewhere. */
export function Initials({ name }: { name: string }) {
  return (
    <Box
      aria-hidden
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 36,
        height: 36,
        borderRadius: '50%',
        fontSize: 14,
        fontWeight: 700,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        '&::before': { content: JSON.stringify(initialsOf(name)) },
      }}
    />
  );
}
