import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { timeZones } from '@/lib/instants';
import { texts } from '@/texts';

interface Props {
  value: string;
  onChange: (timeZone: string) => void;
}

export function TimeZoneChoice({ value, onChange }: Props) {
  const options = useMemo(() => [...new Set([value, ...timeZones()])], [value]);
  return (
    <Autocomplete
      size="small"
      disableClearable
      options={options}
      value={value}
      onChange={(_event, timeZone) => onChange(timeZone)}
      sx={{ flex: { xs: '1 1 130px', sm: '0 0 220px' } }}
      renderInput={(params) => <TextField {...params} label={texts.filters.timeZone} />}
    />
  );
}
