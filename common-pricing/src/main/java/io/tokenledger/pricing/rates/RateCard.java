package io.tokenledger.pricing.rates;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The token prices of one service tier. A list with ranges is the same as cliffs: its first range
 * is {@code prices}, each further one a context tier above the end of the range before it.
 *
 * @param prices USD per one million tokens, by token class; a class that is not listed has no price
 *     of its own
 * @param contextTiers by rising threshold
 */
public record RateCard(Map<PriceComponent, BigDecimal> prices, List<ContextTier> contextTiers) {

  public static final RateCard EMPTY = new RateCard(Map.of(), List.of());

  public RateCard {
    prices = TokenPrices.copyOf(prices);
    contextTiers =
        contextTiers.stream().sorted(Comparator.comparingLong(ContextTier::above)).toList();
  }

  public boolean isEmpty() {
    return prices.isEmpty() && contextTiers.isEmpty();
  }

  /**
   * The tier with the highest threshold that the call passes; beyond the last one, the last.
   *
   * @param inputTokens of all the calls, whose average counts
   * @param calls at least 1
   */
  public Optional<ContextTier> tierFor(long inputTokens, long calls) {
    for (int i = contextTiers.size() - 1; i >= 0; i--) {
      if (contextTiers.get(i).isReachedBy(inputTokens, calls)) {
        return Optional.of(contextTiers.get(i));
      }
    }
    return Optional.empty();
  }
}
