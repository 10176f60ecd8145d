import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { useEndFactor } from '../api/useEndFactor';
import type { PriceFactor } from '../types';
import { modelsName } from './rules';

const words = texts.prices.factors;

interface Props {
  orgId: string;
  factor: PriceFactor;
  onClose: () => void;
}

export function EndFactorDialog({ orgId, factor, onClose }: Props) {
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useEndFactor(orgId, factor);
  return (
    <Confirm
      title={words.endTitle}
      action={words.end}
      destructive
      pending={isPending}
      error={error}
      onConfirm={() => mutate(note, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography>{words.endDetail(modelsName(factor))}</Typography>
      <TextField
        label={texts.prices.edit.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </Confirm>
  );
}
