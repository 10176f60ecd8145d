package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a token price stands in {@link Rates}.
 *
 * @param hours in which it holds; empty for all others
 * @param above context threshold in tokens; -1 is the card itself
 */
record RatePath(ServiceTier tier, String hours, long above, PriceComponent component)
    implements Comparable<RatePath> {

  private static final long NO_THRESHOLD = -1;
  private static final String ALL_DAY = "";

  private static final Comparator<RatePath> IN_JSON =
      Comparator.comparing(RatePath::tier)
          .thenComparing(RatePath::hours)
          .thenComparing(RatePath::above)
          .thenComparing(RatePath::component);

  /** Every token price that is listed. */
  static TreeMap<RatePath, BigDecimal> flatten(Rates rates) {
    TreeMap<RatePath, BigDecimal> flat = new TreeMap<>();
    flatten(ServiceTier.STANDARD, ALL_DAY, rates.standard(), flat);
    rates.serviceTiers().forEach((tier, card) -> flatten(tier, ALL_DAY, card, flat));
    rates.windows().forEach(each -> flatten(ServiceTier.STANDARD, hours(each), each.card(), flat));
    return flat;
  }

  private static void flatten(
      ServiceTier tier, String hours, RateCard card, Map<RatePath, BigDecimal> flat) {
    card.prices()
        .forEach((part, price) -> flat.put(new RatePath(tier, hours, NO_THRESHOLD, part), price));
    card.contextTiers()
        .forEach(
            each ->
                each.prices()
                    .forEach(
                        (part, price) ->
                            flat.put(new RatePath(tier, hours, each.above(), part), price)));
  }

  private static String hours(PriceWindow window) {
    String days = window.days().size() == 7 ? "" : window.days() + " ";
    return days + window.from() + "-" + window.to();
  }

  /** What is charged here: the own price, or that of the nearest class and tier it falls to. */
  Optional<BigDecimal> effectiveIn(Map<RatePath, BigDecimal> prices) {
    return fallbacks().stream().filter(prices::containsKey).findFirst().map(prices::get);
  }

  private Set<RatePath> fallbacks() {
    List<RatePath> cards = new ArrayList<>();
    cards.add(this);
    cards.add(new RatePath(tier, ALL_DAY, above, component));
    cards.add(new RatePath(ServiceTier.STANDARD, ALL_DAY, above, component));
    Set<RatePath> paths = new LinkedHashSet<>();
    for (RatePath card : cards) {
      for (long threshold : new long[] {above, NO_THRESHOLD}) {
        Optional<PriceComponent> each = Optional.of(component);
        while (each.isPresent()) {
          paths.add(new RatePath(card.tier, card.hours, threshold, each.get()));
          each = each.get().parent();
        }
      }
    }
    return paths;
  }

  /** As in JSON: {@code serviceTiers.batch.contextTiers[200000].input}. */
  String name() {
    String tierName = tier == ServiceTier.STANDARD ? "" : "serviceTiers." + tier.code() + ".";
    String window = hours.isEmpty() ? "" : "windows[" + hours + "].";
    String context = above == NO_THRESHOLD ? "" : "contextTiers[" + above + "].";
    return tierName + window + context + component.code();
  }

  @Override
  public int compareTo(RatePath other) {
    return IN_JSON.compare(this, other);
  }
}
