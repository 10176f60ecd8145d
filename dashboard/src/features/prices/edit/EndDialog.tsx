import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';

interface Props<T> {
  title: string;
  detail: string;
  action: string;
  /** Ends it, with the note. */
  end: UseMutationResult<T, Error, string>;
  onClose: () => void;
}

const MAX_NOTE = 500;

/** Asks before something of the price book ends, and why. */
export function EndDialog<T>({ title, detail, action, end, onClose }: Props<T>) {
  const [note, setNote] = useState('');
  return (
    <Confirm
      title={title}
      action={action}
      destructive
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(note, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography>{detail}</Typography>
      <TextField
        label={texts.prices.edit.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: MAX_NOTE } }}
      />
    </Confirm>
  );
}
