import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { fieldFaultOf } from '@/api/fieldFault';
import { useSetBudget } from '@/api/useSetBudget';
import { texts } from '@/texts';

const words = texts.settings;

/** As the service takes it: up to a billion, to the nano-dollar. */
const AMOUNT = /^\d{1,10}(?:\.\d{1,9})?$/;

const isAmount = (typed: string): boolean => AMOUNT.test(typed) && /[1-9]/.test(typed);

interface Props {
  orgId: string;
  monthlyUsd: string | null;
}

export function BudgetForm({ orgId, monthlyUsd }: Props) {
  const [typed, setTyped] = useState(monthlyUsd ?? '');
  const [tried, setTried] = useState(false);
  const { mutate, error, isPending, variables } = useSetBudget(orgId);
  const removing = isPending && variables === undefined;
  const amount = typed.trim();
  const refusal = error === null ? undefined : (fieldFaultOf(error)?.message ?? error.message);
  const fault = tried && !isAmount(amount) ? words.limitRule : refusal;
  return (
    <Stack
      component="form"
      noValidate
      direction="row"
      sx={{ flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isAmount(amount)) {
          mutate(amount);
        }
      }}
    >
      <TextField
        label={words.limit}
        value={typed}
        error={fault !== undefined}
        helperText={fault ?? words.limitHint}
        onChange={(event) => setTyped(event.target.value)}
        sx={{ flexGrow: 1, minWidth: 220, maxWidth: 420 }}
        slotProps={{
          htmlInput: { inputMode: 'decimal' },
          input: { startAdornment: <InputAdornment position="start">$</InputAdornment> },
        }}
      />
      <Button
        type="submit"
        variant="contained"
        loading={isPending && variables !== undefined}
        sx={{ mt: 1 }}
      >
        {words.setBudget}
      </Button>
      {monthlyUsd !== null && (
        <Button
          color="error"
          loading={removing}
          onClick={() => mutate(undefined, { onSuccess: () => setTyped('') })}
          sx={{ mt: 1 }}
        >
          {words.removeBudget}
        </Button>
      )}
    </Stack>
  );
}
