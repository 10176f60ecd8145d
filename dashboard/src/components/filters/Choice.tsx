import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface Props<Option extends string> {
  label: string;
  options: readonly Option[];
  value: Option;
  nameOf: (option: Option) => string;
  onChange: (option: Option) => void;
}

/** One of a few. */
export function Choice<Option extends string>({
  label,
  options,
  value,
  nameOf,
  onChange,
}: Props<Option>) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Option)}
      sx={{ flex: '1 1 124px', minWidth: 124, maxWidth: 150 }}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {nameOf(option)}
        </MenuItem>
      ))}
    </TextField>
  );
}
