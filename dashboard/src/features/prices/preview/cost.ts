import Big from 'big.js';
import type { Rates, TokenClass } from '../rates/rates';

/** What the totals of an org tell of a model's usage. */
export interface UsageTotals {
  requestCount: number;
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  reasoningTokens: number;
  embeddingTokens: number;
}

export interface Estimate {
  usd: string;
  /** Classes that were used and have no price, not even their parent's. */
  unpriced: TokenClass[];
}

const PARENTS: Partial<Record<TokenClass, TokenClass>> = {
  cacheRead: 'input',
  cacheWrite: 'input',
  embedding: 'input',
  reasoning: 'output',
};

function priceOf(rates: Rates, name: TokenClass): string | undefined {
  const parent = PARENTS[name];
  return rates[name] ?? (parent === undefined ? undefined : rates[parent]);
}

function billed(rates: Rates, usage: UsageTotals): [TokenClass, number][] {
  const reasoning = rates.reasoning === undefined ? 0 : usage.reasoningTokens;
  return [
    ['input', usage.inputTokens - usage.cacheReadTokens - usage.cacheWriteTokens],
    ['cacheRead', usage.cacheReadTokens],
    ['cacheWrite', usage.cacheWriteTokens],
    ['output', usage.outputTokens - reasoning],
    ['reasoning', reasoning],
    ['embedding', usage.embeddingTokens],
  ];
}

/**
 * The cost of token totals at the ordinary prices of a version, by the rules of docs/pricing.md: no
 * endpoint prices usage at a price that is not recorded. Which context or service tier single calls
 * were in, one-hour cache writes, audio and units are not in totals, and so not in here.
 */
export function estimate(rates: Rates, usage: UsageTotals): Estimate {
  const used = billed(rates, usage).filter(([, tokens]) => tokens > 0);
  const tokens = used.reduce(
    (sum, [name, count]) => sum.plus(new Big(priceOf(rates, name) ?? 0).times(count)),
    new Big(0),
  );
  const fees = new Big(rates.perRequest ?? 0).times(usage.requestCount);
  // Moved by six digits rather than divided, as big.js would round a quotient.
  const usd = tokens.times('1e-6').plus(fees);
  return {
    usd: usd.toFixed(),
    unpriced: used.flatMap(([name]) => (priceOf(rates, name) === undefined ? [name] : [])),
  };
}
