import { useOrg } from '@/api/OrgContext';
import { may } from '@/api/useMe';
import type { CallsQuery } from '@/api/useCalls';
import { CallLog } from '@/features/calls/shared/CallLog';
import type { CallColumn } from '@/features/calls/shared/columns';
import { ChartCard } from '@/components/ChartCard';
import { Notice } from '@/components/Notice';
import { Empty } from '@/components/states/Empty';
import { addDays, today } from '@/lib/days';
import { texts } from '@/texts';
import { OverTime } from './OverTime';

const words = texts.conversations;

/** The API gives the calls of 400 days, both ends included. */
const DAYS_BACK = 399;

const COLUMNS: CallColumn[] = [
  'time',
  'model',
  'activity',
  'user',
  'input',
  'cacheRead',
  'output',
  'reasoning',
  'cost',
  'latency',
  'status',
];

/** The single calls are analytics of the org, also where the totals are one's own. */
export function ConversationCalls({ conversationId }: { conversationId: string }) {
  const org = useOrg();
  if (!may(org, 'org:analytics:read')) {
    return <Notice severity="info">{words.callsForbidden}</Notice>;
  }
  const tz = org.timeZone;
  const to = today(tz);
  const query: CallsQuery = { from: addDays(to, -DAYS_BACK), to, tz, conversationId };
  return (
    <>
      <OverTime query={query} />
      <ChartCard title={words.calls} subtitle={words.callsSubtitle}>
        <CallLog query={query} columns={COLUMNS} empty={<Empty title={texts.calls.emptyTitle} />} />
      </ChartCard>
    </>
  );
}
