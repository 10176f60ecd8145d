import type { Move, SyncRun } from '@/features/prices/types';

const undecided = {
  baseVersion: 'litellm:any@1970-01-01',
  reason: 'large_move: input from 1 to 10',
  decidedBy: null,
  decidedAt: null,
  note: null,
  priceVersion: null,
};

/** Two prices of public lists that moved too far to be taken over unseen. */
export const moves: Move[] = [
  {
    id: 7,
    runId: 12,
    source: 'openrouter',
    provider: 'openrouter',
    modelName: 'acme/dear',
    from: { input: '1', output: '4' },
    to: { input: '10', output: '4', cacheRead: '0.5' },
    status: 'pending',
    ...undecided,
    proposedAt: '2026-03-01T08:30:01Z',
  },
  {
    id: 6,
    runId: 11,
    source: 'litellm',
    provider: 'groq',
    modelName: 'llama-3.3-70b-versatile',
    from: { input: '0.59', output: '0.79' },
    to: { input: '0.11', output: '0' },
    status: 'pending',
    ...undecided,
    reason: 'out_of_proportion: of text, neither is free',
    proposedAt: '2026-02-27T08:30:01Z',
  },
];

const run = { startedBy: 'schedule', dryRun: false, reason: null, detail: null };

const failed: SyncRun = {
  ...run,
  id: 13,
  source: 'openrouter',
  status: 'failed',
  startedAt: '2026-03-01T14:30:00Z',
  finishedAt: '2026-03-01T14:30:30Z',
  reason: 'timeout',
  detail: 'The list did not arrive within 30000 ms.',
  counts: { listed: 0, added: 0, changed: 0, quarantined: 0, unchanged: 0, skipped: 0 },
};

const succeeded: SyncRun = {
  ...run,
  id: 12,
  source: 'openrouter',
  startedBy: 'root',
  status: 'succeeded',
  startedAt: '2026-03-01T08:30:00Z',
  finishedAt: '2026-03-01T08:30:01.2Z',
  counts: { listed: 331, added: 1, changed: 1, quarantined: 1, unchanged: 327, skipped: 6 },
};

export const syncRuns: SyncRun[] = [failed, succeeded];

/** The second of them, with what it changed. */
export const syncRun: SyncRun = {
  ...succeeded,
  difference: {
    added: [
      {
        provider: 'openrouter',
        modelName: 'acme/new',
        rates: [{ component: 'input', from: null, to: '0.5' }],
      },
    ],
    changed: [
      {
        provider: 'openrouter',
        modelName: 'acme/cheaper',
        fromSource: 'openrouter',
        changes: [
          { component: 'output', from: '10', to: '8' },
          { component: 'serviceTiers.batch.contextTiers[200000].input', from: '4', to: '3' },
        ],
      },
    ],
    quarantined: [
      {
        provider: 'openrouter',
        modelName: 'acme/dear',
        fromSource: 'openrouter',
        changes: [{ component: 'input', from: '1', to: '10' }],
        largeMoves: ['input'],
      },
    ],
    skipped: [
      { reason: 'no_price', count: 5, models: ['openrouter/auto'] },
      { reason: 'manual_price', count: 1, models: ['openrouter/acme/ours'] },
    ],
  },
};
