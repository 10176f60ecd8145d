import type { Price, PricePage } from '../types';

/**
 * The price that counts for each model: the org's, if it has one, stands right behind everyone's. The
 * last model waits for the next page, if there is one, as its contract price may be there.
 */
export function effectivePrices(pages: PricePage[]): Price[] {
  const byModel = new Map<string, Price>();
  for (const price of pages.flatMap(({ prices }) => prices)) {
    byModel.set(`${price.provider}\n${price.modelName}`, price);
  }
  const effective = [...byModel.values()];
  const complete = (pages.at(-1)?.nextCursor ?? null) === null;
  return complete ? effective : effective.slice(0, -1);
}
