package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a token price stands in {@link Rates}.
 *
 * @param above context threshold in tokens; -1 is the card itself
 */
record RatePath(ServiceTier tier, long above, PriceComponent component)
    implements Comparable<RatePath> {

  private static final long NO_THRESHOLD = -1;

  /** Every token price that is listed. */
  static TreeMap<RatePath, BigDecimal> flatten(Rates rates) {
    TreeMap<RatePath, BigDecimal> flat = new TreeMap<>();
    flatten(ServiceTier.STANDARD, rates.standard(), flat);
    rates.serviceTiers().forEach((tier, card) -> flatten(tier, card, flat));
    return flat;
  }

  private static void flatten(ServiceTier tier, RateCard card, Map<RatePath, BigDecimal> flat) {
    card.prices().forEach((part, price) -> flat.put(new RatePath(tier, NO_THRESHOLD, part), price));
    card.contextTiers()
        .forEach(
            each ->
                each.prices()
                    .forEach(
                        (part, price) -> flat.put(new RatePath(tier, each.above(), part), price)));
  }

  /** What is charged here: the own price, or that of the nearest class and tier it falls to. */
  Optional<BigDecimal> effectiveIn(Map<RatePath, BigDecimal> prices) {
    return fallbacks().stream().filter(prices::containsKey).findFirst().map(prices::get);
  }

  private List<RatePath> fallbacks() {
    List<RatePath> paths = new ArrayList<>();
    for (ServiceTier eachTier : List.of(tier, ServiceTier.STANDARD)) {
      for (long threshold : new long[] {above, NO_THRESHOLD}) {
        Optional<PriceComponent> each = Optional.of(component);
        while (each.isPresent()) {
          paths.add(new RatePath(eachTier, threshold, each.get()));
          each = each.get().parent();
        }
      }
    }
    return paths;
  }

  /** As in JSON: {@code serviceTiers.batch.contextTiers[200000].input}. */
  String name() {
    String tierName = tier == ServiceTier.STANDARD ? "" : "serviceTiers." + tier.code() + ".";
    String context = above == NO_THRESHOLD ? "" : "contextTiers[" + above + "].";
    return tierName + context + component.code();
  }

  @Override
  public int compareTo(RatePath other) {
    int byTier = tier.compareTo(other.tier);
    int byThreshold = byTier != 0 ? byTier : Long.compare(above, other.above);
    return byThreshold != 0 ? byThreshold : component.compareTo(other.component);
  }
}
