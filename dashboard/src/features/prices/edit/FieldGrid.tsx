import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export function FieldGrid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' },
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  );
}
