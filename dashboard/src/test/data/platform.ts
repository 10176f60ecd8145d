import type { DeadLetter, Drift } from '@/api/answers';
import type { Intake, PlatformOrgs } from '@/api/answers';
import { totals } from './totals';

export const platformOrgs: PlatformOrgs = {
  from: '2026-02-01',
  to: '2026-03-02',
  totals: totals('2034.500000000', 90_000, { errorCount: 900, errorRate: 0.01 }),
  orgs: [
    {
      orgId: 'northwind-labs',
      name: 'Northwind Labs',
      share: 0.631261,
      ...totals('1284.301927450', 48_213, { unpricedRequests: 1874 }),
    },
    {
      orgId: 'quill-legal',
      name: 'Quill Legal',
      share: 0.368739,
      ...totals('750.198072550', 41_787),
    },
  ],
};

export const intake: Intake = {
  lag: 42,
  eventsPerSecond: 118.42,
  outcomes: {
    recorded: 1_284_301,
    duplicate: 1820,
    conflict: 3,
    invalid: 214,
    revised: 57,
    superseded: 2,
  },
  since: '2026-03-02T06:00:00Z',
};

export const drift: Drift = {
  checkedAt: '2026-03-02T09:00:00Z',
  from: '2026-02-01',
  to: '2026-03-02',
  driftingRows: 0,
  driftNanos: 0,
  drift: [],
};

const letter: DeadLetter = {
  id: '0-118',
  reason: 'invalid_field',
  detail: 'inputTokens must be a whole number of at least 0',
  orgId: 'quill-legal',
  deadLetteredAt: '2026-03-02T08:30:00Z',
  source: { topic: 'usage.events', partition: 0, offset: 118 },
  sentAt: '2026-03-02T08:29:59Z',
  headers: {},
  event: {} as DeadLetter['event'],
  bytesBase64: '',
  sizeBytes: 412,
  cut: false,
  replayable: true,
  replayedFrom: '',
};

export const deadLetters = { deadLetters: [letter], nextCursor: null };
