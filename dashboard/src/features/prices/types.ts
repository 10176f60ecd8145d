import type { Rates } from './rates/rates';

// As pricing-service answers. Written here because its document tells neither the shape of prices nor
// which fields may be null.

export interface Price {
  id: string;
  /** Empty for everyone's price. */
  orgId: string;
  provider: string;
  modelName: string;
  effectiveFrom: string;
  recordedAt: string;
  source: string;
  /** Null where the price was ended. */
  rates: Rates | null;
}

export interface Version extends Price {
  recordedBy: string;
  note: string;
}

export interface PricePage {
  prices: Price[];
  nextCursor: string | null;
}

export interface Alias {
  id: string;
  orgId: string;
  provider: string;
  alias: string;
  effectiveFrom: string;
  target: { provider: string; modelName: string } | null;
}

export interface Model {
  provider: string;
  modelName: string;
}

export interface Move extends Model {
  id: number;
  runId: number;
  source: string;
  from: Rates;
  to: Rates;
  status: string;
  proposedAt: string;
}

export interface MovePage {
  moves: Move[];
  nextCursor: string | null;
}

export interface Change {
  component: string;
  from: string | null;
  to: string | null;
}

export interface SyncCounts {
  listed: number;
  added: number;
  changed: number;
  quarantined: number;
  unchanged: number;
  skipped: number;
}

export interface SyncDifference {
  added: (Model & { rates: Change[] })[];
  changed: (Model & { fromSource: string; changes: Change[] })[];
  quarantined: (Model & { fromSource: string; changes: Change[]; largeMoves: string[] })[];
  skipped: { reason: string; count: number; models: string[] }[];
}

export interface SyncRun {
  id: number;
  source: string;
  startedBy: string;
  dryRun: boolean;
  status: string;
  startedAt: string;
  finishedAt: string | null;
  reason: string | null;
  detail: string | null;
  counts: SyncCounts;
  /** Told of a single run only. */
  difference?: SyncDifference | null;
}

export interface SyncRunPage {
  runs: SyncRun[];
  nextCursor: string | null;
}

export interface RepriceDifference {
  orgId: string;
  date: string;
  events: number;
  costUsdDelta: string;
  unpricedRequestsDelta: number;
}

export interface RepriceRun {
  id: string;
  status: string;
  requestedAt: string;
  requestedBy: string;
  reason: string;
  modelName?: string;
  provider?: string;
  from?: string;
  to?: string;
  onlyUnpriced: boolean;
  dryRun: boolean;
  eventsChanged: number;
  costUsdDelta: string;
  finishedAt?: string;
  differences?: RepriceDifference[];
}
