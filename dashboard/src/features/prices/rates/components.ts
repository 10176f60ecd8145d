import { formatCompact } from '@/lib/numbers';
import { texts } from '@/texts';
import { type Rates, UNITS, variantsOf, type Variant } from './rates';

/** "batch", "above 200K" */
export function variantName({ tier, above, inclusive }: Omit<Variant, 'prices'>): string {
  const names = texts.prices.tiers;
  const context =
    above === undefined ? undefined : (inclusive ? names.from : names.above)(formatCompact(above));
  const parts = [tier === undefined ? undefined : names[tier], context].filter(Boolean);
  return parts.length === 0 ? names.standard : parts.join(', ');
}

/** As pricing-service names it in a difference: "serviceTiers.batch.contextTiers[200000].input". */
function pathOf({ tier, above }: Variant, component: string): string {
  const service = tier === undefined ? '' : `serviceTiers.${tier}.`;
  const context = above === undefined ? '' : `contextTiers[${above}].`;
  return `${service}${context}${component}`;
}

/** Every price that is listed, by the path that names it. */
export function flatten(rates: Rates): Map<string, string> {
  const flat = new Map<string, string>();
  for (const variant of variantsOf(rates)) {
    for (const [component, price] of Object.entries(variant.prices)) {
      flat.set(pathOf(variant, component), price);
    }
  }
  if (rates.perRequest !== undefined) {
    flat.set('perRequest', rates.perRequest);
  }
  for (const unit of UNITS) {
    const price = rates.units?.[unit];
    if (price !== undefined) {
      flat.set(`units.${unit}`, price);
    }
  }
  return flat;
}

const PATH = /^(?:serviceTiers\.(\w+)\.)?(?:contextTiers\[(\d+)\]\.)?(?:units\.)?(\w+)$/;

const nameIn = (names: Record<string, string>, id: string): string => names[id] ?? id;

/** "Input (Batch, above 200K)" of such a path. */
export function componentName(path: string): string {
  const [, tier, above, component] = PATH.exec(path) ?? [];
  if (component === undefined) {
    return path;
  }
  const names: Record<string, string> = { ...texts.prices.components, ...texts.prices.units };
  const { tiers } = texts.prices;
  const where = [
    tier === undefined ? undefined : nameIn({ ...tiers, above: '', from: '' }, tier),
    above === undefined ? undefined : tiers.above(formatCompact(Number(above))),
  ].filter(Boolean);
  const name = nameIn(names, component);
  return where.length === 0 ? name : `${name} (${where.join(', ')})`;
}

export const perMillion = (path: string): boolean =>
  path !== 'perRequest' && !path.startsWith('units.');
