import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import { HiddenText } from '@/components/HiddenText';

const breathe = keyframes({
  '0%, 60%, 100%': { opacity: 0.25 },
  '30%': { opacity: 1 },
});

const DELAYS_MS = [0, 160, 320];

/** @param label says it to those who do not see the dots */
export function Waiting({ label }: { label: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', height: 26 }}>
      <HiddenText>{label}</HiddenText>
      {DELAYS_MS.map((delay) => (
        <Box
          key={delay}
          aria-hidden
          sx={{
            width: 8,
            height: 8,
            borderRadius: '50%',
            bgcolor: 'primary.main',
            animation: `${breathe} 1.2s ${delay}ms infinite`,
          }}
        />
      ))}
    </Box>
  );
}
