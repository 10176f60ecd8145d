import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Confirm } from '@/components/Confirm';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { EVERY_MODEL } from '../aliases';
import { useEndAlias } from '../api/useEndAlias';
import { modelTitle } from '../names';
import type { Alias } from '../types';

interface Props {
  orgId: string;
  alias: Alias;
  onClose: () => void;
}

const words = texts.prices.alias;

export default function EndAliasDialog({ orgId, alias, onClose }: Props) {
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useEndAlias(orgId, alias);
  const name =
    alias.alias === EVERY_MODEL
      ? words.everyModel(providerName(alias.provider))
      : modelTitle({ provider: alias.provider, modelName: alias.alias });
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
      <Typography>{words.endDetail(name)}</Typography>
      <TextField
        label={texts.prices.edit.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </Confirm>
  );
}
