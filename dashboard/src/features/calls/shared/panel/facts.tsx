import type { Call } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { formatInstant } from '@/lib/instants';
import { featureName } from '@/lib/names';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { ConversationLink } from '../ConversationLink';
import { StatusChip } from '../StatusChip';
import type { Fact } from './FactList';

const words = texts.call.facts;
const sources: Record<string, string> = texts.call.sources;

const given = (value: string | null): string => value ?? texts.values.none;

export function factsOf(call: Call, tz: string): Fact[] {
  return [
    {
      label: words.time,
      value: (
        <time dateTime={call.occurredAt} title={call.occurredAt}>
          {formatInstant(call.occurredAt, tz)}
        </time>
      ),
    },
    { label: texts.calls.columns.status, value: <StatusChip call={call} /> },
    { label: words.latency, value: <Duration ms={call.durationMs} /> },
    { label: words.firstToken, value: <Duration ms={call.timeToFirstTokenMs} /> },
    { label: words.user, value: given(call.userId) },
    { label: words.feature, value: featureName(call.feature) },
    { label: words.activity, value: given(call.activity) },
    { label: words.category, value: given(call.category) },
    { label: words.conversation, value: <ConversationLink conversationId={call.conversationId} /> },
    { label: words.message, value: given(call.messageId) },
    { label: words.tier, value: call.serviceTier },
    { label: words.speed, value: call.speed },
    { label: words.geo, value: given(call.inferenceGeo) },
    ...(call.revision > 0
      ? [{ label: words.revision, value: call.voided ? words.voided : String(call.revision) }]
      : []),
    { label: words.source, value: sources[call.usageSource] ?? call.usageSource },
    { label: words.requests, value: formatCount(call.requestCount) },
    { label: words.trace, value: given(call.traceId) },
    { label: words.event, value: call.eventId },
  ];
}
