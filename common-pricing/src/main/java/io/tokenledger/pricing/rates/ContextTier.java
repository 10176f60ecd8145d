package io.tokenledger.pricing.rates;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Prices of the whole call once its total input, cache included, passes a threshold. It is a cliff:
 * every token of the call takes the tier's price, the ones below the threshold, too.
 *
 * @param above the threshold, in input tokens; not negative
 * @param inclusive whether a call of exactly {@code above} tokens is in the tier (xAI), or only one
 *     above it (everyone else)
 * @param prices USD per one million tokens, of the classes that the tier re-rates
 */
public record ContextTier(long above, boolean inclusive, Map<PriceComponent, BigDecimal> prices) {

  public ContextTier {
    if (above < 0) {
      throw new IllegalArgumentException("A context tier starts below zero: " + above);
    }
    prices = TokenPrices.copyOf(prices);
  }

  /** Whether the average of so many calls is in the tier; exact, without rounding. */
  boolean isReachedBy(long inputTokens, long calls) {
    long each = inputTokens / calls;
    boolean beyond = inclusive || inputTokens % calls > 0;
    return each > above || (each == above && beyond);
  }
}
