import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';

const words = texts.prices.edit;

const MAX_NOTE = 500;

export interface Circumstances {
  /** As the field has it, without zone; meant in UTC. Empty: from now on. */
  from: string;
  note: string;
}

interface Props {
  value: Circumstances;
  onChange: (value: Circumstances) => void;
}

export function WhenAndWhy({ value, onChange }: Props) {
  const [openedAt] = useState(() => Date.now());
  const past = value.from !== '' && Date.parse(`${value.from}Z`) < openedAt;
  return (
    <>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2 }}>
        <TextField
          type="datetime-local"
          size="small"
          label={words.from}
          helperText={words.fromHint}
          value={value.from}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
          sx={{ minWidth: 240 }}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          size="small"
          fullWidth
          label={words.note}
          helperText={words.noteHint}
          value={value.note}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
          slotProps={{ htmlInput: { maxLength: MAX_NOTE } }}
        />
      </Stack>
      {past && <Notice severity="info">{words.past}</Notice>}
    </>
  );
}
