import type { Price } from '../types';

/**
 * The price that counts for each model: the org's, if it has one, stands right behind everyone's. The
 * last model of a page that is not the last waits for the next page, as its contract price may be there.
 */
export function effectivePrices(prices: Price[], complete: boolean): Price[] {
  const byModel = new Map<string, Price>();
  for (const price of prices) {
    byModel.set(`${price.provider}\n${price.modelName}`, price);
  }
  const effective = [...byModel.values()];
  return complete ? effective : effective.slice(0, -1);
}
