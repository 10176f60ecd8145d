import type { Call } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { formatInstant } from '@/lib/instants';
import { featureName } from '@/lib/names';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { ConversationLink } from '../ConversationLink';
import { StatusChip } from '../StatusChip';
import type { Fact } from './FactList';

const t = texts.call.facts;
const sources: Record<string, string> = texts.call.sources;

const given = (value: string | null): string => value ?? texts.values.none;

export function factsOf(call: Call, tz: string): Fact[] {
  return [
    {
      label: t.time,
      value: (
        <time dateTime={call.occurredAt} title={call.occurredAt}>
          {formatInstant(call.occurredAt, tz)}
        </time>
      ),
    },
    { label: texts.calls.columns.status, value: <StatusChip call={call} /> },
    { label: t.latency, value: <Duration ms={call.durationMs} /> },
    { label: t.firstToken, value: <Duration ms={call.timeToFirstTokenMs} /> },
    { label: t.user, value: given(call.userId) },
    { label: t.feature, value: featureName(call.feature) },
    { label: t.activity, value: given(call.activity) },
    { label: t.category, value: given(call.category) },
    { label: t.conversation, value: <ConversationLink conversationId={call.conversationId} /> },
    { label: t.message, value: given(call.messageId) },
    { label: t.tier, value: call.serviceTier },
    { label: t.source, value: sources[call.usageSource] ?? call.usageSource },
    { label: t.requests, value: formatCount(call.requestCount) },
    { label: t.trace, value: given(call.traceId) },
    { label: t.event, value: call.eventId },
  ];
}
