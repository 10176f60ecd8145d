import Box from '@mui/material/Box';
import { lazy, type ReactNode, Suspense } from 'react';
import { type CallsQuery, useCalls } from '@/api/useCalls';
import { useOrg } from '@/api/OrgContext';
import { InDollars } from '@/components/currency/InDollars';
import { Pager } from '@/components/Pager';
import { Loaded } from '@/components/states/Loaded';
import { useCursorPaging } from '@/lib/useCursorPaging';
import { CallTable } from './CallTable';
import type { CallColumn } from './columns';

const CallPanel = lazy(() => import('./panel/CallPanel'));

/** A page of rows, so that nothing moves when they come. */
const HEIGHT = 1700;

interface Props {
  query: CallsQuery;
  columns: CallColumn[];
  empty: ReactNode;
}

/** The log of calls that match, page by page, with the panel of the one that is looked at. */
export function CallLog({ query, columns, empty }: Props) {
  const { orgId } = useOrg();
  const paging = useCursorPaging();
  const calls = useCalls(orgId, { ...query, cursor: paging.cursor });
  return (
    <Loaded query={calls} height={HEIGHT}>
      {(page) => (
        <Box sx={{ opacity: calls.isPlaceholderData ? 0.6 : 1 }} aria-busy={calls.isFetching}>
          {page.logs.length === 0 ? (
            empty
          ) : (
            <CallTable tz={query.tz} calls={page.logs} columns={columns} />
          )}
          <Pager paging={paging} page={page} shown={page.logs.length} />
          <Suspense>
            <InDollars>
              <CallPanel calls={page.logs} tz={query.tz} />
            </InDollars>
          </Suspense>
        </Box>
      )}
    </Loaded>
  );
}
