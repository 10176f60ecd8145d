import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import type { Budget } from '@/api/answers';
import { texts } from '@/texts';

const words = texts.analytics.budget;

// A form that most who read the page never open.
const BudgetDialog = lazy(() => import('./BudgetDialog'));

export function EditBudget({ budget }: { budget: Budget }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" startIcon={<EditOutlined />} onClick={() => setOpen(true)}>
        {budget.monthlyUsd === null ? words.set : words.change}
      </Button>
      {open && (
        <Suspense>
          <BudgetDialog monthlyUsd={budget.monthlyUsd} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
