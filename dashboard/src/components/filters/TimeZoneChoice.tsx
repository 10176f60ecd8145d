import TextField from '@mui/material/TextField';
import { lazy, Suspense } from 'react';
import { texts } from '@/texts';

// Few look for another zone, and what finds it is larger than the rest of the bar.
const TimeZoneList = lazy(() => import('./TimeZoneList'));

const SX = { flex: { xs: '1 1 130px', sm: '0 0 220px' } };

interface Props {
  value: string;
  onChange: (timeZone: string) => void;
}

export function TimeZoneChoice({ value, onChange }: Props) {
  const name = (
    <TextField
      size="small"
      label={texts.filters.timeZone}
      value={value}
      slotProps={{ input: { readOnly: true } }}
      sx={SX}
    />
  );
  return (
    <Suspense fallback={name}>
      <TimeZoneList value={value} onChange={onChange} sx={SX} />
    </Suspense>
  );
}
