import type { components } from '@/api/pricing-service';
import type { Rates } from './rates/rates';

type Schemas = components['schemas'];

/** Where `rates` may be null the document repeats their shape, of which all would be required. */
type Endable<T> = Omit<T, 'rates'> & { rates: Rates | null };

export type Price = Endable<Schemas['PriceView']>;
/** The price of a call, and what the org pays of it. */
export type EffectivePrice = Schemas['EffectivePrice'];
export type PriceFactor = Schemas['PriceFactor'];
export type Version = Endable<Schemas['Entry']>;
export interface PricePage {
  prices: Price[];
  nextCursor: string | null;
}
export type Alias = Schemas['AliasView'];
export type Model = Pick<Price, 'provider' | 'modelName'>;
export type Move = Schemas['QuarantinedAnswer'];
export type Change = Schemas['Component'];
export type SyncCounts = Schemas['SyncCounts'];
export type SyncDifference = Schemas['SyncDifference'];
export type SyncRun = Schemas['SyncRunAnswer'];
export type RepriceDifference = Schemas['Difference'];
export type RepriceRun = Schemas['RepriceRunView'];
