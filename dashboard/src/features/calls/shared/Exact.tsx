import Box from '@mui/material/Box';
import { formatCount } from '@/lib/numbers';

/** Every digit, as logs have it; zeros step back. */
export function Exact({ count }: { count: number }) {
  return (
    <Box
      component="data"
      value={count}
      sx={{ color: count === 0 ? 'text.secondary' : 'text.primary' }}
    >
      {formatCount(count)}
    </Box>
  );
}
