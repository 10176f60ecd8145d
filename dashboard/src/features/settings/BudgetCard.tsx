import Stack from '@mui/material/Stack';
import { useBudget } from '@/api/useBudget';
import { ChartCard } from '@/components/ChartCard';
import { Loaded } from '@/components/states/Loaded';
import { formatMonth } from '@/lib/days';
import { texts } from '@/texts';
import { BudgetBar } from './BudgetBar';
import { BudgetForm } from './BudgetForm';

const words = texts.settings;

export function BudgetCard({ orgId }: { orgId: string }) {
  const budget = useBudget(orgId);
  const month = budget.data?.month;
  return (
    <ChartCard
      title={words.budget}
      subtitle={month === undefined ? undefined : words.budgetLead(formatMonth(month))}
    >
      <Loaded query={budget} height={200}>
        {(known) => (
          <Stack sx={{ gap: 3 }}>
            <BudgetBar budget={known} />
            <BudgetForm orgId={orgId} monthlyUsd={known.monthlyUsd} />
          </Stack>
        )}
      </Loaded>
    </ChartCard>
  );
}
