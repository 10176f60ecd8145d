/** Whose price is set: the org's by contract, or everyone's. */
export type PriceScope = 'contract' | 'everyone';

export const isPriceScope = (text: string): text is PriceScope =>
  text === 'contract' || text === 'everyone';
