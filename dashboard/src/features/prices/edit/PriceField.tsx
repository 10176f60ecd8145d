import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';

interface Props {
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (typed: string) => void;
}

/** Text, not a number field: those turn decimals into floats, and take commas in some languages. */
export function PriceField({ label, value, fault, onChange }: Props) {
  return (
    <TextField
      size="small"
      label={label}
      value={value}
      error={fault !== undefined}
      helperText={fault}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off', spellCheck: false },
        input: { startAdornment: <InputAdornment position="start">$</InputAdornment> },
      }}
    />
  );
}
