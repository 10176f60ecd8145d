export const conversations = {
  title: 'Conversations',
  subtitle: (org: string, days: string) => `${org} · ${days}`,
  list: 'Conversations, newest first',
  emptyTitle: 'No conversations in these days',
  emptyDetail: 'Calls belong to one when their events name a conversationId.',
  lastMessage: (time: string) => `Last message ${time}`,
  average: 'avg',
  back: 'All conversations',
  notFoundTitle: 'There is no such conversation',
  notFoundDetail: 'It has no calls, or it is not yours to see.',
  chips: {
    tokens: (count: string) => `${count} tokens`,
    parts: (prompt: string, completion: string) => `${prompt} prompt, ${completion} completion`,
    completions: (count: number, written: string) =>
      count === 1 ? '1 completion' : `${written} completions`,
  },
  figures: {
    label: 'Totals',
    cost: 'Estimated cost',
    total: 'Tokens',
    prompt: 'Prompt tokens',
    completion: 'Completion tokens',
    completions: 'Completions',
    average: 'Average latency',
    p95: 'p95 latency',
  },
  chart: {
    title: 'Over time',
    subtitle: (calls: string) => `Each bar is a call; the newest ${calls}`,
    measure: 'Measure',
    cost: 'Cost',
    tokens: 'Tokens',
    latency: 'Latency',
    input: 'Input',
    output: 'Output',
    label: (measure: string, calls: string) =>
      `${measure} of each of the newest ${calls} calls, in the order they came`,
  },
  calls: 'Calls',
  callsSubtitle: 'Of the last 400 days',
  callsForbidden:
    'The single calls are for those who may read the analytics of the organisation. The totals above are of your own calls.',
};
