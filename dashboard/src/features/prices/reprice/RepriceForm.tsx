import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { addDays, isDay, today } from '@/lib/days';
import { texts } from '@/texts';

const words = texts.prices.reprice;

export interface Wanted {
  from: string;
  to: string;
  reason: string;
}

interface Props {
  pending: boolean;
  onSubmit: (wanted: Wanted) => void;
}

const MAX_REASON = 500;

/** Days are those of UTC, as the price book and the runs count them. */
export function RepriceForm({ pending, onSubmit }: Props) {
  const [wanted, setWanted] = useState<Wanted>(() => {
    const to = today('UTC');
    return { from: addDays(to, -29), to, reason: '' };
  });
  const [tried, setTried] = useState(false);
  const badDays = !isDay(wanted.from) || !isDay(wanted.to) || wanted.from > wanted.to;
  const noReason = wanted.reason.trim() === '';
  return (
    <Stack
      component="form"
      noValidate
      direction="row"
      sx={{ flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!badDays && !noReason) {
          onSubmit({ ...wanted, reason: wanted.reason.trim() });
        }
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          size="small"
          label={words[end]}
          value={wanted[end]}
          error={badDays}
          helperText={badDays ? words.daysRule : undefined}
          onChange={(event) => setWanted({ ...wanted, [end]: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
      <TextField
        size="small"
        required
        label={words.reason}
        value={wanted.reason}
        error={tried && noReason}
        helperText={tried && noReason ? words.reasonRule : words.reasonHint}
        onChange={(event) => setWanted({ ...wanted, reason: event.target.value })}
        sx={{ flexGrow: 1, minWidth: 240 }}
        slotProps={{ htmlInput: { maxLength: MAX_REASON } }}
      />
      <Button type="submit" variant="outlined" loading={pending}>
        {words.dryRun}
      </Button>
    </Stack>
  );
}
