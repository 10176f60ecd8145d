import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { SxProps, Theme } from '@mui/material/styles';
import { useMemo } from 'react';
import { timeZones } from '@/lib/instants';
import { texts } from '@/texts';

interface Props {
  value: string;
  onChange: (timeZone: string) => void;
  sx: SxProps<Theme>;
}

export default function TimeZoneList({ value, onChange, sx }: Props) {
  const options = useMemo(() => [...new Set([value, ...timeZones()])], [value]);
  return (
    <Autocomplete
      size="small"
      disableClearable
      options={options}
      value={value}
      onChange={(_event, timeZone) => onChange(timeZone)}
      sx={sx}
      renderInput={(params) => <TextField {...params} label={texts.filters.timeZone} />}
    />
  );
}
