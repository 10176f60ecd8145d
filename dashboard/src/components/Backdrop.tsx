import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The gradient behind every page. It does not move with what is read. */
export function Backdrop({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        '&::before': {
          content: '""',
          position: 'fixed',
          inset: 0,
          zIndex: -1,
          backgroundColor: 'background.default',
          backgroundImage: (theme) => theme.vars?.palette.surface.gradient,
        },
      }}
    >
      {children}
    </Box>
  );
}
