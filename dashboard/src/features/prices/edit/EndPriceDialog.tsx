import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { useEndPrice } from '../api/useEndPrice';
import { modelTitle } from '../names';
import type { Model } from '../types';

interface Props {
  orgId: string;
  model: Model;
  onClose: () => void;
}

const words = texts.prices.model;

export default function EndPriceDialog({ orgId, model, onClose }: Props) {
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useEndPrice(orgId, model);
  return (
    <Confirm
      title={words.endTitle}
      action={words.endContract}
      destructive
      pending={isPending}
      error={error}
      onConfirm={() => mutate(note, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography>{words.endDetail(modelTitle(model))}</Typography>
      <TextField
        label={texts.prices.edit.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </Confirm>
  );
}
