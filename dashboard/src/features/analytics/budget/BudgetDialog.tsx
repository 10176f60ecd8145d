import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useOrg } from '@/api/OrgContext';
import { useSetBudget } from '@/api/useSetBudget';
import { Notice } from '@/components/Notice';
import type { Usd } from '@/lib/money';
import { texts } from '@/texts';

const words = texts.analytics.budget;

interface Props {
  monthlyUsd: Usd | null;
  onClose: () => void;
}

export default function BudgetDialog({ monthlyUsd, onClose }: Props) {
  const titleId = useId();
  const formId = useId();
  const { mutate, isPending, error } = useSetBudget(useOrg().orgId);
  const save = (amount: Usd | undefined) => mutate(amount, { onSuccess: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{words.dialogTitle}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{words.dialogText}</DialogContentText>
        {error !== null && (
          <Notice severity="error" sx={{ mb: 2, borderRadius: '12px' }}>
            {error.message}
          </Notice>
        )}
        <Box
          component="form"
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            const amount = new FormData(event.currentTarget).get('amount');
            save(typeof amount === 'string' ? amount.trim() : undefined);
          }}
        >
          <TextField
            name="amount"
            label={words.amount}
            defaultValue={monthlyUsd ?? ''}
            required
            fullWidth
            slotProps={{
              input: { startAdornment: <InputAdornment position="start">$</InputAdornment> },
              htmlInput: {
                inputMode: 'decimal',
                pattern: '[0-9]{1,12}(\\.[0-9]{1,2})?',
                title: words.amountRule,
              },
            }}
          />
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        {monthlyUsd !== null && (
          <Button
            color="error"
            disabled={isPending}
            onClick={() => save(undefined)}
            sx={{ mr: 'auto' }}
          >
            {words.remove}
          </Button>
        )}
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" form={formId} variant="contained" loading={isPending}>
          {words.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
