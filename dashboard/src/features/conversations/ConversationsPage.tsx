import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import { useOrg } from '@/api/OrgContext';
import { InCurrency } from '@/components/currency/InCurrency';
import { FilterBar } from '@/components/filters/FilterBar';
import { RefreshControls } from '@/components/filters/RefreshControls';
import { PageHeader } from '@/components/PageHeader';
import { Pager } from '@/components/Pager';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { formatDays } from '@/lib/days';
import { useCursorPaging } from '@/lib/useCursorPaging';
import { useFilters } from '@/lib/useFilters';
import { texts } from '@/texts';
import { useConversations } from './api/useConversations';
import { ConversationList } from './ConversationList';

const words = texts.conversations;

/** A page of them, so that nothing moves when they come. */
const HEIGHT = 3200;

export function Component() {
  const { orgId, name, timeZone } = useOrg();
  const { filters, change } = useFilters(timeZone);
  const paging = useCursorPaging();
  const { from, to, tz } = filters;
  const found = useConversations(orgId, { from, to, tz, cursor: paging.cursor });
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(name, formatDays(from, to))} />
      <FilterBar filters={filters} onChange={change}>
        <RefreshControls
          queryKey={['org', orgId]}
          filters={filters}
          onChange={change}
          updatedAt={found.dataUpdatedAt}
        />
      </FilterBar>
      <Card sx={{ p: { xs: 2, sm: 2.5 } }}>
        <Loaded query={found} height={HEIGHT}>
          {(page) => (
            <Box sx={{ opacity: found.isPlaceholderData ? 0.6 : 1 }} aria-busy={found.isFetching}>
              {page.conversations.length === 0 ? (
                <Empty title={words.emptyTitle} detail={words.emptyDetail} />
              ) : (
                <InCurrency on={to}>
                  <ConversationList conversations={page.conversations} tz={tz} />
                </InCurrency>
              )}
              <Pager paging={paging} page={page} shown={page.conversations.length} />
            </Box>
          )}
        </Loaded>
      </Card>
    </>
  );
}
