import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useOrg } from '@/api/OrgContext';
import type { Summary } from '@/api/answers';
import { useBudget } from '@/api/useBudget';
import { may } from '@/api/useMe';
import { Loaded } from '@/components/states/Loaded';
import { formatMonth, today } from '@/lib/days';
import { texts } from '@/texts';
import { BudgetStatus } from './BudgetStatus';
import { EditBudget } from './EditBudget';
import { NoBudget } from './NoBudget';

const HEIGHT = 44;

/** Whether spending is on track: against the budget, or else against the period before. */
export function BudgetCard({ summary }: { summary: Summary | undefined }) {
  const org = useOrg();
  const budget = useBudget(org.orgId);
  const headingId = useId();
  const month = budget.data?.month;
  return (
    <Card
      component="section"
      aria-labelledby={headingId}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: 'auto minmax(0, 1fr) auto' },
        alignItems: 'center',
        columnGap: 3,
        rowGap: 1.5,
        px: 2.5,
        py: 1.5,
      }}
    >
      <Box sx={{ minWidth: 120 }}>
        <Typography id={headingId} variant="h2">
          {texts.analytics.budget.title}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ minHeight: 20 }}>
          {month !== undefined && formatMonth(month)}
        </Typography>
      </Box>
      <Box sx={{ gridRow: { xs: 2, md: 1 }, gridColumn: { xs: '1 / -1', md: 2 } }}>
        <Loaded query={budget} height={HEIGHT}>
          {({ monthlyUsd, spentUsd }) =>
            monthlyUsd === null ? (
              <NoBudget spentUsd={spentUsd} summary={summary} />
            ) : (
              <BudgetStatus
                monthlyUsd={monthlyUsd}
                spentUsd={spentUsd}
                today={today(org.timeZone)}
              />
            )
          }
        </Loaded>
      </Box>
      {budget.data && may(org, 'org:budgets:write') && <EditBudget budget={budget.data} />}
    </Card>
  );
}
