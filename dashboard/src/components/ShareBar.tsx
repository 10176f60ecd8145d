import Box from '@mui/material/Box';
import { formatShare } from '@/lib/numbers';

interface Props {
  /** From 0 to 1. */
  share: number;
  colour?: string;
}

/** A share as a bar and as a number. */
export function ShareBar({ share, colour = 'primary.main' }: Props) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 120 }}>
      <Box
        aria-hidden
        sx={{ flexGrow: 1, height: 8, borderRadius: '4px', bgcolor: 'surface.containerHighest' }}
      >
        <Box
          sx={{
            width: `${Math.min(Math.max(share, 0), 1) * 100}%`,
            minWidth: share > 0 ? 3 : 0,
            height: '100%',
            borderRadius: '4px',
            bgcolor: colour,
          }}
        />
      </Box>
      <Box component="span" sx={{ width: 52, textAlign: 'right', fontSize: '0.8125rem' }}>
        {formatShare(share)}
      </Box>
    </Box>
  );
}
