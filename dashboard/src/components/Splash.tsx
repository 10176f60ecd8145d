import Stack from '@mui/material/Stack';
import { texts } from '@/texts';
import { Backdrop } from './Backdrop';
import { Logo } from './Logo';

/** The first fractions of a second. */
export function Splash() {
  return (
    <Backdrop>
      <Stack
        role="status"
        aria-label={texts.states.loading}
        sx={{ minHeight: '100dvh', alignItems: 'center', justifyContent: 'center' }}
      >
        <Logo size={56} />
      </Stack>
    </Backdrop>
  );
}
