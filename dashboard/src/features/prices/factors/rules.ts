import Big from 'big.js';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import type { PriceFactor } from '../types';

const words = texts.prices.factors;

export interface FactorForm {
  provider: string;
  models: string;
  factor: string;
}

/** The bounds of pricing-service, which refuses the same. */
const DECIMAL = /^\d{1,3}(?:\.\d{1,6})?$/;
const MIN = '0.0001';
const MAX = 100;
const FAMILY = /^[^*]*[-./:_@]\*$/;

/** What is not right yet, by the name of the field. */
export function faultsOf({ provider, models, factor }: FactorForm): Partial<FactorForm> {
  const decimal = DECIMAL.test(factor.trim()) ? new Big(factor.trim()) : undefined;
  const named = models.trim();
  return {
    ...(!(decimal?.gte(MIN) && decimal.lte(MAX)) && { factor: words.factorRule }),
    ...(named !== '' && provider.trim() === '' && { provider: words.providerRule }),
    ...(named.includes('*') && !FAMILY.test(named) && { models: words.modelsRule }),
  };
}

/** "Bedrock anthropic.claude-*", "All of Bedrock", "All models" */
export function modelsName({ provider, models }: Pick<PriceFactor, 'provider' | 'models'>): string {
  if (provider === '') {
    return words.all;
  }
  const name = providerName(provider);
  return models === '' ? words.allOf(name) : `${name} ${models}`;
}

/** "12 % less", as a reader would say it. */
export function changeName(factor: string): string {
  const percent = new Big(factor).minus(1).times(100);
  if (percent.eq(0)) {
    return words.same;
  }
  const size = percent.abs().toFixed();
  return percent.lt(0) ? words.discount(size) : words.surcharge(size);
}
