import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { formatDecimal } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.chat.settingsForm;

interface Props {
  label: string;
  hint: string;
  /** Null leaves it to the provider. */
  value: number | null;
  most: number;
  step: number;
  onChange: (value: number | null) => void;
}

/** A number that need not be set. */
export function SamplingSlider({ label, hint, value, most, step, onChange }: Props) {
  const labelId = useId();
  const hintId = useId();
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 34 }}>
        <Typography id={labelId} variant="h3" component="span" sx={{ flexGrow: 1 }}>
          {label}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {value === null ? words.byDefault : formatDecimal(value)}
        </Typography>
        {value !== null && (
          <Button
            size="small"
            aria-label={words.resetOf(label)}
            onClick={() => onChange(null)}
            sx={{ px: 1.5 }}
          >
            {words.reset}
          </Button>
        )}
      </Stack>
      <Box sx={{ px: 1.25 }}>
        <Slider
          aria-labelledby={labelId}
          aria-describedby={hintId}
          getAriaValueText={(shown) => (value === null ? words.byDefault : formatDecimal(shown))}
          // In the middle, without a colour, while it is not set.
          value={value ?? most / 2}
          min={0}
          max={most}
          step={step}
          onChange={(_event, chosen) => onChange(chosen)}
          sx={value === null ? { color: 'text.secondary', opacity: 0.6 } : undefined}
        />
      </Box>
      <Typography id={hintId} variant="body2" color="textSecondary" sx={{ fontSize: '0.8125rem' }}>
        {hint}
      </Typography>
    </Box>
  );
}
