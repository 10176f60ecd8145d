import Big from 'big.js';
import { texts } from '@/texts';
import { TOKEN_CLASSES, UNITS } from '../rates/rates';
import type { FormVariant, RateForm } from './form';

const words = texts.prices.edit;

/** The bounds of pricing-service, which refuses the same. */
const DECIMAL = /^\d+(?:\.\d{1,30})?$/;
const MAX_PRICE_USD = 10_000;
const MAX_LENGTH = 64;

/** By the name of a field; see `fieldName`. */
export type Faults = Map<string, string>;

export const fieldName = (variant: FormVariant, part: string): string => `${variant.key}.${part}`;

/** Exact decimals only: what is no number, negative, with a comma or an exponent is no price here. */
export function isPrice(text: string): boolean {
  return DECIMAL.test(text) && text.length <= MAX_LENGTH && new Big(text).lte(MAX_PRICE_USD);
}

function checkPrice(faults: Faults, name: string, typed: string) {
  if (typed.trim() !== '' && !isPrice(typed.trim())) {
    faults.set(name, words.priceRule);
  }
}

const isEmpty = (variant: FormVariant): boolean =>
  TOKEN_CLASSES.every((name) => variant.prices[name].trim() === '');

const placeOf = ({ tier, above }: FormVariant): string =>
  `${tier}/${above.trim() === '' ? '' : Number(above)}`;

function checkPlace(faults: Faults, variant: FormVariant, others: FormVariant[]) {
  const name = fieldName(variant, 'above');
  if (!/^\d{0,15}$/.test(variant.above.trim())) {
    faults.set(name, words.wholeRule);
  } else if (others.some((other) => placeOf(other) === placeOf(variant))) {
    faults.set(name, words.twiceRule);
  }
}

/** @param complete whether what is still missing counts, too: not while the reader is writing */
export function faultsOf(form: RateForm, complete: boolean): Faults {
  const faults: Faults = new Map();
  form.variants.forEach((variant, index) => {
    if (index > 0) {
      checkPlace(faults, variant, form.variants.slice(0, index));
      if (complete && isEmpty(variant)) {
        faults.set(fieldName(variant, 'input'), words.emptyTier);
      }
    }
    for (const name of TOKEN_CLASSES) {
      checkPrice(faults, fieldName(variant, name), variant.prices[name]);
    }
  });
  checkPrice(faults, 'perRequest', form.perRequest);
  for (const unit of UNITS) {
    checkPrice(faults, `units.${unit}`, form.units[unit]);
  }
  return faults;
}

export function isWithoutPrices({ variants, perRequest, units }: RateForm): boolean {
  const pieces = [perRequest, ...Object.values(units)];
  return variants.every(isEmpty) && pieces.every((typed) => typed.trim() === '');
}
