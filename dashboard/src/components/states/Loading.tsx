import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { texts } from '@/texts';

/** Takes the room its content will take, so that nothing moves when that comes. */
export function Loading({ height }: { height: number | string }) {
  return (
    <Box role="status" aria-label={texts.states.loading}>
      <Skeleton variant="rounded" animation="wave" sx={{ height, borderRadius: '16px' }} />
    </Box>
  );
}
