import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  /** The width of the first, where that of the second is 1fr. */
  wide: string;
  children: ReactNode;
}

/** Two areas beside each other; below each other where there is no room. */
export function Columns({ wide, children }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: `minmax(0, ${wide}) minmax(0, 1fr)`,
        },
      }}
    >
      {children}
    </Box>
  );
}
