import type { components } from '@/api/pricing-service';

type Schemas = components['schemas'];

/** Prices of one version as pricing-service writes them: exact decimal texts in US dollars. */
export const TOKEN_CLASSES = [
  'input',
  'output',
  'cacheRead',
  'cacheReadAudio',
  'cacheReadImage',
  'cacheWrite',
  'cacheWrite1h',
  'reasoning',
  'audioInput',
  'audioOutput',
  'imageInput',
  'imageOutput',
  'embedding',
] as const;

export const UNITS = [
  'webSearches',
  'images',
  'audioSeconds',
  'characters',
  'pages',
  'requests',
] as const;

export const SERVICE_TIERS = ['batch', 'flex', 'priority'] as const;

export type TokenClass = (typeof TOKEN_CLASSES)[number];
export type Unit = (typeof UNITS)[number];
export type ServiceTier = (typeof SERVICE_TIERS)[number];

/** By token class, in dollars per one million tokens. */
export type ClassPrices = Partial<Record<TokenClass, string>>;

export type RateCard = Schemas['RateCard'];
export type Rates = Schemas['Rates'];

/** A column of prices: how a call was served and how long its input was decide which holds. */
export interface Variant {
  tier: ServiceTier | undefined;
  above: number | undefined;
  inclusive: boolean;
  prices: ClassPrices;
}

function variantsOfCard(tier: ServiceTier | undefined, card: RateCard): Variant[] {
  const { contextTiers = [], ...prices } = card;
  const own: Variant = { tier, above: undefined, inclusive: false, prices: classesOf(prices) };
  const above = contextTiers.map(({ above, inclusive = false, ...prices }) => ({
    tier,
    above,
    inclusive,
    prices,
  }));
  return Object.keys(own.prices).length > 0 || tier === undefined ? [own, ...above] : above;
}

const classesOf = (prices: ClassPrices): ClassPrices =>
  Object.fromEntries(
    TOKEN_CLASSES.flatMap((name) => (prices[name] === undefined ? [] : [[name, prices[name]]])),
  );

/** The ordinary prices first, then those of long inputs, then those of each service tier. */
export function variantsOf(rates: Rates): Variant[] {
  const tiers = SERVICE_TIERS.flatMap((tier) => {
    const card = rates.serviceTiers?.[tier];
    return card === undefined ? [] : variantsOfCard(tier, card);
  });
  return [...variantsOfCard(undefined, rates), ...tiers];
}
