import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

export interface Ranked {
  id: string;
  label: ReactNode;
  /** A word that tells of what kind it is. */
  kind?: string;
  value: ReactNode;
  /** The length of the bar, from 0 to 1. */
  share: number;
  colour: string;
  /** Where more of it is shown. */
  to?: string;
}

function Row({ label, kind, value, share, colour, to }: Omit<Ranked, 'id'>) {
  return (
    <Box component="li" sx={{ display: 'block', listStyle: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, fontSize: '0.875rem' }}>
        <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {to === undefined ? (
            label
          ) : (
            <Link component={RouterLink} to={to} sx={{ fontWeight: 600 }}>
              {label}
            </Link>
          )}
          {kind !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.8125rem' }}>
              {kind}
            </Box>
          )}
        </Box>
        <Box sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{value}</Box>
      </Box>
      <Box
        aria-hidden
        sx={{ height: 8, mt: 0.5, borderRadius: '4px', bgcolor: 'surface.containerHighest' }}
      >
        <Box
          sx={{
            width: `${share * 100}%`,
            minWidth: share > 0 ? 4 : 0,
            height: '100%',
            borderRadius: '4px',
            bgcolor: colour,
          }}
        />
      </Box>
    </Box>
  );
}

/** The largest first, each with a bar; a list, because that is what it is to a screen reader. */
export function RankedBars({ rows }: { rows: Ranked[] }) {
  return (
    <Stack component="ol" sx={{ gap: 1.5, m: 0, p: 0 }}>
      {rows.map(({ id, ...row }) => (
        <Row key={id} {...row} />
      ))}
    </Stack>
  );
}
