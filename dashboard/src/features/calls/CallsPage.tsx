import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Card from '@mui/material/Card';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCalls } from '@/api/useCalls';
import { useOrg } from '@/api/OrgContext';
import { may } from '@/api/useMe';
import { CallLog } from './shared/CallLog';
import { InCurrency } from '@/components/currency/InCurrency';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { formatDays } from '@/lib/days';
import { useCursorPaging } from '@/lib/useCursorPaging';
import { texts } from '@/texts';
import { CallFilterBar } from './CallFilterBar';
import { ColumnChoice } from './ColumnChoice';
import { ExportButton } from './export/ExportButton';
import { useCallFilters } from './filters';
import { useColumns } from './useColumns';

const words = texts.calls;

export function Component() {
  const org = useOrg();
  const { clear, ...bar } = useCallFilters(org.timeZone);
  const { columns, toggle, reset } = useColumns();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const { query } = bar;
  const { cursor } = useCursorPaging();
  const { dataUpdatedAt } = useCalls(org.orgId, { ...query, cursor });
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle(org.name, formatDays(query.from, query.to))}
        actions={
          <Stack direction="row" sx={{ gap: 1 }}>
            {!narrow && <ColumnChoice columns={columns} onToggle={toggle} onReset={reset} />}
            {may(org, 'org:analytics:export') && <ExportButton query={query} />}
          </Stack>
        }
      />
      <CallFilterBar {...bar} updatedAt={dataUpdatedAt} />
      <Card sx={{ p: { xs: 2, sm: 2.5 } }}>
        <InCurrency on={query.to}>
          <CallLog
            query={query}
            columns={columns}
            empty={
              <Empty
                title={words.emptyTitle}
                detail={words.emptyDetail}
                action={
                  <Button variant="outlined" onClick={clear}>
                    {words.clear}
                  </Button>
                }
              />
            }
          />
        </InCurrency>
      </Card>
    </>
  );
}
