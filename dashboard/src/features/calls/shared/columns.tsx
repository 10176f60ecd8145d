import type { ColumnDef } from '@tanstack/react-table';
import type { ComponentType } from 'react';
import type { Call } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { featureName, providerName } from '@/lib/names';
import { texts } from '@/texts';
import { CallCost } from './CallCost';
import { CallTime } from './CallTime';
import { ConversationLink } from './ConversationLink';
import { Exact } from './Exact';
import { StatusChip } from './StatusChip';

interface Shown {
  Cell: ComponentType<{ call: Call }>;
  numeric?: boolean;
}

const text = (of: (call: Call) => string | null): Shown => ({
  Cell: ({ call }) => of(call) ?? texts.values.none,
});

const count = (of: (call: Call) => number): Shown => ({
  Cell: ({ call }) => <Exact count={of(call)} />,
  numeric: true,
});

const duration = (of: (call: Call) => number | null): Shown => ({
  Cell: ({ call }) => <Duration ms={of(call)} />,
  numeric: true,
});

const COLUMNS = {
  time: { Cell: CallTime },
  provider: text(({ provider }) => providerName(provider)),
  model: text(({ modelName }) => modelName),
  feature: text(({ feature }) => featureName(feature)),
  activity: text(({ activity }) => activity),
  category: text(({ category }) => category),
  user: text(({ userId }) => userId),
  input: count(({ inputTokens }) => inputTokens),
  cacheRead: count(({ cacheReadTokens }) => cacheReadTokens),
  cacheWrite: count(({ cacheWriteTokens }) => cacheWriteTokens),
  output: count(({ outputTokens }) => outputTokens),
  reasoning: count(({ reasoningTokens }) => reasoningTokens),
  embedding: count(({ embeddingTokens }) => embeddingTokens),
  total: count(({ totalTokens }) => totalTokens),
  cost: { Cell: CallCost, numeric: true },
  latency: duration(({ durationMs }) => durationMs),
  firstToken: duration(({ timeToFirstTokenMs }) => timeToFirstTokenMs),
  tier: text(({ serviceTier }) => serviceTier),
  status: { Cell: StatusChip },
  conversation: { Cell: ({ call }) => <ConversationLink conversationId={call.conversationId} /> },
} satisfies Record<string, Shown>;

export type CallColumn = keyof typeof COLUMNS;

export const CALL_COLUMNS = Object.keys(COLUMNS) as CallColumn[];

export const FIRST_COLUMNS: CallColumn[] = [
  'time',
  'provider',
  'model',
  'activity',
  'input',
  'cacheRead',
  'output',
  'cost',
  'latency',
  'status',
  'conversation',
];

function definition(id: CallColumn): ColumnDef<Call, never> {
  const { Cell, numeric = false }: Shown = COLUMNS[id];
  return {
    id,
    header: texts.calls.columns[id],
    // Sorting one page of many would mislead: the log is in the order of time.
    enableSorting: false,
    meta: { numeric },
    cell: ({ row }) => <Cell call={row.original} />,
  };
}

const DEFINITIONS = CALL_COLUMNS.map(definition);

/** In the order of the log, whatever the order they were chosen in. */
export function columnDefs(chosen: CallColumn[]): ColumnDef<Call, never>[] {
  return DEFINITIONS.filter(({ id }) => chosen.includes(id as CallColumn));
}
