import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import type { CallsQuery } from '@/api/useCalls';
import { texts } from '@/texts';
import { type ChoiceOf, useChoices } from './api/useChoices';

interface Props {
  label: string;
  by: ChoiceOf;
  query: CallsQuery;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  name?: (value: string) => string;
}

/** Chosen from what occurs, or written: what is looked for may lie beyond the costliest. */
export function ChoiceFilter({ label, by, query, value, onChange, name = (it) => it }: Props) {
  const [opened, setOpened] = useState(false);
  const choices = useChoices(useOrg().orgId, by, query, opened);
  const options = choices.data ?? [];

  function choose(written: string | null) {
    const known = options.find((option) => name(option) === written);
    const chosen = known ?? written?.trim();
    if ((chosen ?? '') !== (value ?? '')) {
      onChange(chosen);
    }
  }

  return (
    <Autocomplete
      freeSolo
      size="small"
      options={options}
      getOptionLabel={name}
      loading={choices.isLoading}
      loadingText={texts.states.loading}
      value={value ?? null}
      onOpen={() => setOpened(true)}
      onChange={(_event, chosen) => choose(chosen)}
      onBlur={({ target }) => target instanceof HTMLInputElement && choose(target.value)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}
