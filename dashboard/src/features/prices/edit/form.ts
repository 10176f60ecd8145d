import {
  type ClassPrices,
  type RateCard,
  type Rates,
  SERVICE_TIERS,
  type ServiceTier,
  TOKEN_CLASSES,
  type TokenClass,
  type Unit,
  UNITS,
  variantsOf,
} from '../rates/rates';

/** Prices as they are typed, valid or not; empty where none is listed. */
export interface FormVariant {
  key: number;
  tier: ServiceTier | '';
  above: string;
  inclusive: boolean;
  prices: Record<TokenClass, string>;
}

export interface RateForm {
  /** The first is that of the ordinary prices, and always there. */
  variants: FormVariant[];
  perRequest: string;
  units: Record<Unit, string>;
}

function filled<Name extends string>(names: readonly Name[], given: Partial<Record<Name, string>>) {
  return Object.fromEntries(names.map((name) => [name, given[name] ?? ''])) as Record<Name, string>;
}

export function emptyVariant(key: number): FormVariant {
  return { key, tier: '', above: '', inclusive: false, prices: filled(TOKEN_CLASSES, {}) };
}

export function formOf(rates: Rates | null): RateForm {
  const variants = variantsOf(rates ?? {}).map(({ tier, above, inclusive, prices }, key) => ({
    key,
    tier: tier ?? ('' as const),
    above: above === undefined ? '' : String(above),
    inclusive,
    prices: filled(TOKEN_CLASSES, prices),
  }));
  return {
    variants,
    perRequest: rates?.perRequest ?? '',
    units: filled(UNITS, rates?.units ?? {}),
  };
}

function listed<Name extends string>(typed: Record<Name, string>): Partial<Record<Name, string>> {
  const given = Object.entries<string>(typed)
    .map(([name, price]) => [name, price.trim()] as const)
    .filter(([, price]) => price !== '');
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
}

function cardOf(variants: FormVariant[], tier: ServiceTier | ''): RateCard {
  const ofTier = variants.filter((variant) => variant.tier === tier);
  const own = ofTier.find(({ above }) => above.trim() === '');
  const prices: ClassPrices = own === undefined ? {} : listed(own.prices);
  const contextTiers = ofTier
    .filter(({ above }) => above.trim() !== '')
    .map(({ above, inclusive, prices }) => ({
      above: Number(above),
      ...(inclusive && { inclusive }),
      ...listed<TokenClass>(prices),
    }));
  return { ...prices, ...(contextTiers.length > 0 && { contextTiers }) };
}

/** What pricing-service takes; of a form without faults. */
export function ratesOf({ variants, perRequest, units }: RateForm): Rates {
  const tiers = SERVICE_TIERS.map((tier) => [tier, cardOf(variants, tier)] as const);
  const serviceTiers = tiers.filter(([, card]) => Object.keys(card).length > 0);
  const pieces = listed(units);
  return {
    ...cardOf(variants, ''),
    ...(perRequest.trim() !== '' && { perRequest: perRequest.trim() }),
    ...(Object.keys(pieces).length > 0 && { units: pieces }),
    ...(serviceTiers.length > 0 && { serviceTiers: Object.fromEntries(serviceTiers) }),
  };
}
