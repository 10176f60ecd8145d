import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { EVERY_MODEL } from '../aliases';
import { useSetAlias } from '../api/useSetAlias';
import { modelTitle } from '../names';
import type { Model } from '../types';
import type { PriceScope } from './scope';
import { type Circumstances, WhenAndWhy } from './WhenAndWhy';

const words = texts.prices.alias;

interface Props {
  orgId: string;
  /** Whose aliases the reader may set, at least one. */
  scopes: PriceScope[];
  /** The name that nothing is listed under. */
  model: Model;
  onClose: () => void;
}

/** Says which model a name means, or whose models the models of its provider are. */
export default function AliasDialog({ orgId, scopes, model, onClose }: Props) {
  const [alias, setAlias] = useState(model.modelName);
  const [scope, setScope] = useState(scopes[0] ?? 'contract');
  const [target, setTarget] = useState({ provider: '', modelName: '' });
  const [circumstances, setCircumstances] = useState<Circumstances>({ from: '', note: '' });
  const [tried, setTried] = useState(false);
  const { mutate, error, isPending } = useSetAlias(orgId, model.provider);
  const everyModel = alias === EVERY_MODEL;
  const asked = everyModel ? (['provider'] as const) : (['provider', 'modelName'] as const);
  function save() {
    setTried(true);
    if (asked.some((field) => target[field].trim() === '')) {
      return;
    }
    const { from, note } = circumstances;
    mutate(
      {
        alias,
        targetProvider: target.provider.trim(),
        ...(!everyModel && { targetModelName: target.modelName.trim() }),
        note: note.trim(),
        ...(scope === 'contract' && { orgId }),
        ...(from !== '' && { effectiveFrom: `${from}:00Z` }),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={words.title(modelTitle(model))}
      submit={words.save}
      pending={isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <Typography color="textSecondary">{words.hint}</Typography>
      <TextField
        select
        label={words.name}
        value={alias}
        onChange={(event) => setAlias(event.target.value)}
      >
        <MenuItem value={model.modelName}>{modelTitle(model)}</MenuItem>
        <MenuItem value={EVERY_MODEL}>{words.everyModel(providerName(model.provider))}</MenuItem>
      </TextField>
      {asked.map((field) => {
        const faulty = tried && target[field].trim() === '';
        return (
          <TextField
            key={field}
            label={field === 'provider' ? words.provider : words.model}
            value={target[field]}
            onChange={(event) => setTarget({ ...target, [field]: event.target.value })}
            error={faulty}
            helperText={faulty ? texts.prices.list.required : ' '}
            required
            slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
          />
        );
      })}
      {scopes.length > 1 && (
        <TextField
          select
          label={words.holdsFor}
          value={scope}
          onChange={(event) => setScope(event.target.value as PriceScope)}
        >
          {scopes.map((each) => (
            <MenuItem key={each} value={each}>
              {words.scopes[each]}
            </MenuItem>
          ))}
        </TextField>
      )}
      <WhenAndWhy value={circumstances} onChange={setCircumstances} />
      {error !== null && <Notice severity="error">{error.message}</Notice>}
    </FormDialog>
  );
}
