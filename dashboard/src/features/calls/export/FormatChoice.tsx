import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { texts } from '@/texts';
import { type Format, FORMATS } from './formats';

const words = texts.calls.export;
const HINTS: Record<Format, string> = {
  csv: words.csvHint,
  ndjson: words.ndjsonHint,
  focus: words.focusHint,
};

interface Props {
  value: Format;
  onChange: (format: Format) => void;
  disabled: boolean;
}

export function FormatChoice({ value, onChange, disabled }: Props) {
  return (
    <FormControl disabled={disabled}>
      <FormLabel id="export-format">{words.format}</FormLabel>
      <RadioGroup
        aria-labelledby="export-format"
        value={value}
        onChange={(_event, format) => onChange(format as Format)}
      >
        {FORMATS.map((format) => (
          <FormControlLabel
            key={format}
            value={format}
            control={<Radio />}
            sx={{ alignItems: 'flex-start', py: 0.5 }}
            label={
              <>
                <Typography sx={{ fontWeight: 600, pt: 1 }}>{words[format]}</Typography>
                <Typography variant="body2" color="textSecondary">
                  {HINTS[format]}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
