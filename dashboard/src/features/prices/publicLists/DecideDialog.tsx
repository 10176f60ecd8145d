import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { type Decision, useDecideMove } from '../api/useDecideMove';
import { modelTitle } from '../names';
import type { Move } from '../types';

const words = texts.prices.lists;

interface Props {
  move: Move;
  verdict: Decision['verdict'];
  onClose: () => void;
}

export function DecideDialog({ move, verdict, onClose }: Props) {
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useDecideMove(move.id);
  const approve = verdict === 'approve';
  const title = modelTitle(move);
  return (
    <Confirm
      title={approve ? words.approveTitle(title) : words.rejectTitle(title)}
      action={approve ? words.approve : words.reject}
      pending={isPending}
      error={error}
      onConfirm={() => mutate({ verdict, note: note.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography>{approve ? words.approveDetail : words.rejectDetail}</Typography>
      <TextField
        label={words.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </Confirm>
  );
}
