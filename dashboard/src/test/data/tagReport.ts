import type { TagReport } from '@/api/answers';
import { call } from './call';
import { group, totals } from './totals';

export const tagReport: TagReport = {
  key: 'storyId',
  value: 'S-118',
  totals: totals('117.128000000', 1204, { p95DurationMs: null }),
  byPhase: [group('implement', 0.75, '87.846000000', 903), group(null, 0.25, '29.282000000', 301)],
  byAgent: [
    {
      activity: 'agent.implementer',
      modelName: 'claude-sonnet-4-5',
      share: 0.75,
      ...totals('87.846000000', 903),
    },
    { activity: null, modelName: 'gpt-4o', share: 0.25, ...totals('29.282000000', 301) },
  ],
  logs: [
    call('e-2', { success: false, errorMessage: 'overloaded', durationMs: null }),
    call('e-1', { costStatus: 'unpriced', costUsd: '0', modelName: 'llama3.1:8b' }),
  ],
};
