import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { useSetFactor } from '../api/useSetFactor';
import { type Circumstances, WhenAndWhy } from '../edit/WhenAndWhy';
import { type FactorForm, faultsOf } from './rules';

const words = texts.prices.factors;

const FIELDS = [
  { name: 'provider', label: words.provider, hint: words.providerHint },
  { name: 'models', label: words.models, hint: words.modelsHint },
  { name: 'factor', label: words.factor, hint: words.factorHint },
] as const;

interface Props {
  orgId: string;
  initial: FactorForm;
  onClose: () => void;
}

export function FactorDialog({ orgId, initial, onClose }: Props) {
  const [form, setForm] = useState(initial);
  const [circumstances, setCircumstances] = useState<Circumstances>({ from: '', note: '' });
  const [tried, setTried] = useState(false);
  const { mutate, error, isPending } = useSetFactor(orgId);
  const faults = faultsOf(form);
  function save() {
    setTried(true);
    if (Object.keys(faults).length > 0) {
      return;
    }
    const { from, note } = circumstances;
    mutate(
      {
        provider: form.provider.trim(),
        models: form.models.trim(),
        factor: form.factor.trim(),
        note: note.trim(),
        ...(from !== '' && { effectiveFrom: `${from}:00Z` }),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={words.setTitle}
      submit={words.save}
      pending={isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <Typography color="textSecondary">{words.setHint}</Typography>
      {FIELDS.map(({ name, label, hint }) => {
        const fault = tried ? faults[name] : undefined;
        return (
          <TextField
            key={name}
            size="small"
            label={label}
            value={form[name]}
            error={fault !== undefined}
            helperText={fault ?? hint}
            onChange={(event) => setForm({ ...form, [name]: event.target.value })}
            slotProps={{
              htmlInput: { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false },
            }}
          />
        );
      })}
      <WhenAndWhy value={circumstances} onChange={setCircumstances} />
      {error !== null && <Notice severity="error">{error.message}</Notice>}
    </FormDialog>
  );
}
