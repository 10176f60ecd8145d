import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { fieldFaultOf } from '@/api/fieldFault';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import type { NewToken } from './api/useCreateToken';
import { CallFieldset } from './CallFieldset';
import { type CallFields, callTermsOf, NO_CALL_FIELDS, tagsOf } from './callTerms';
import { ScopeFields } from './ScopeFields';
import { CALLS } from './scopes';

const words = texts.tokens;

/** The service takes 366 days at most. */
const LIFETIMES_DAYS = [30, 90, 180, 365];
const DEFAULT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Those that say themselves why they were refused. */
const FIELDS = new Set(['name', 'scopes', 'userId', 'tags', 'models', 'upstreams']);

interface Props {
  pending: boolean;
  error: Error | null;
  onSubmit: (token: NewToken) => void;
  onClose: () => void;
}

export function CreateForm({ pending, error, onSubmit, onClose }: Props) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [calls, setCalls] = useState(NO_CALL_FIELDS);
  const [days, setDays] = useState(DEFAULT_DAYS);
  const [tried, setTried] = useState(false);
  const refused = fieldFaultOf(error);
  const refusal = (field: string) => (refused?.field === field ? refused.message : undefined);
  const nameFault = tried && name.trim() === '' ? words.nameRule : refusal('name');
  const scopeFault = tried && scopes.length === 0 ? words.scopeRule : refusal('scopes');
  const makesCalls = scopes.includes(CALLS);
  const tagFault =
    makesCalls && tagsOf(calls.tags) === undefined ? words.calls.tagsRule : undefined;
  const callFaultOf = (field: keyof CallFields) =>
    (field === 'tags' && tried ? tagFault : undefined) ?? refusal(field);
  const saidAtAField = refused !== undefined && FIELDS.has(refused.field);
  function submit() {
    setTried(true);
    if (name.trim() !== '' && scopes.length > 0 && tagFault === undefined) {
      const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
      onSubmit({ name: name.trim(), scopes, expiresAt, ...(makesCalls && callTermsOf(calls)) });
    }
  }
  return (
    <FormDialog
      title={words.createTitle}
      submit={words.create}
      pending={pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        required
        label={words.name}
        value={name}
        error={nameFault !== undefined}
        helperText={nameFault ?? words.nameHint}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <ScopeFields chosen={scopes} fault={scopeFault} onChange={setScopes} />
      {makesCalls && <CallFieldset fields={calls} faultOf={callFaultOf} onChange={setCalls} />}
      <TextField
        select
        label={words.lifetime}
        value={days}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {LIFETIMES_DAYS.map((each) => (
          <MenuItem key={each} value={each}>
            {words.days(each)}
          </MenuItem>
        ))}
      </TextField>
      {error !== null && !saidAtAField && <Notice severity="error">{error.message}</Notice>}
    </FormDialog>
  );
}
