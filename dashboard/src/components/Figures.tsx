import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';

export interface Figure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

interface Props {
  label: string;
  /** With undefined values while they are loaded. */
  figures: Figure[];
}

/** Figures side by side, without a development. */
export function Figures({ label, figures }: Props) {
  return (
    <Card
      component="dl"
      aria-label={label}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
        gap: 2.5,
        m: 0,
        p: 2.5,
      }}
    >
      {figures.map(({ label: name, value, note }) => (
        <Box key={name} sx={{ minWidth: 0 }}>
          <Box
            component="dt"
            sx={{ fontSize: '0.875rem', fontWeight: 600, color: 'text.secondary' }}
          >
            {name}
          </Box>
          <Box
            component="dd"
            sx={{
              m: 0,
              fontSize: '1.5rem',
              fontWeight: 700,
              lineHeight: 1.4,
              overflowWrap: 'anywhere',
            }}
          >
            {value ?? <Skeleton width="60%" />}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, minHeight: 18, fontSize: '0.75rem', color: 'text.secondary' }}
          >
            {note}
          </Box>
        </Box>
      ))}
    </Card>
  );
}
