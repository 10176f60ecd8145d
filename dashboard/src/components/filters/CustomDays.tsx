import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { isDay } from '@/lib/days';
import type { FilterChange, Filters } from '@/lib/useFilters';
import { texts } from '@/texts';

interface Props {
  filters: Filters;
  onChange: (changed: FilterChange) => void;
}

/** The two ends; one that is moved beyond the other takes it along. */
export function CustomDays({ filters: { from, to }, onChange }: Props) {
  function move(end: 'from' | 'to', day: string) {
    if (!isDay(day)) {
      return;
    }
    const moved =
      end === 'from'
        ? { from: day, to: day > to ? day : to }
        : { from: day < from ? day : from, to: day };
    onChange({ period: 'custom', ...moved });
  }
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          size="small"
          label={texts.filters[end]}
          value={end === 'from' ? from : to}
          onChange={(event) => move(end, event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
    </Stack>
  );
}
