import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Swatch } from './Swatch';

interface Entry {
  id: string;
  label: string;
  colour: string;
  value?: ReactNode;
}

/** Which colour is what; as text, so that it can be read, found and copied. */
export function Legend({ entries }: { entries: Entry[] }) {
  return (
    <Box
      component="ul"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, m: 0, p: 0, pt: 1.5 }}
    >
      {entries.map(({ id, label, colour, value }) => (
        <Box
          component="li"
          key={id}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}
        >
          <Swatch colour={colour} />
          <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {label}
          </Box>
          {value !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {value}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
