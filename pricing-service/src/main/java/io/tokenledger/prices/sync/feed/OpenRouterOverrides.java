package io.tokenledger.prices.sync.feed;

import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The {@code overrides} of a model of OpenRouter: one holds when all its conditions do, of several
 * that hold a later one wins for each price it lists, and what none lists costs what it does
 * without (OpenRouter's API reference, {@code PricingOverride}).
 *
 * @param base without any
 */
record OpenRouterOverrides(Map<PriceComponent, BigDecimal> base, List<Override> inOrder) {

  /**
   * One of them.
   *
   * @param above the prompt it begins with, in tokens; 0 is any
   * @param hours in which it holds; empty is all day
   */
  record Override(long above, Optional<HoursOfDay> hours, Map<PriceComponent, BigDecimal> prices) {

    private boolean isFor(long promptTokens) {
      return above <= promptTokens;
    }

    private boolean isAt(LocalTime time) {
      return hours.isEmpty() || hours.get().covers(time);
    }
  }

  /** Outside of all hours that have prices of their own. */
  RateCard standard() {
    return card(each -> each.hours().isEmpty());
  }

  /** The pieces of the day in which some hours hold, so cut that they do not overlap. */
  List<PriceWindow> windows() {
    TreeSet<LocalTime> cuts = new TreeSet<>();
    for (Override each : inOrder) {
      each.hours().ifPresent(hours -> cuts.addAll(List.of(hours.from(), hours.to())));
    }
    List<PriceWindow> windows = new ArrayList<>();
    Set<DayOfWeek> everyDay = EnumSet.allOf(DayOfWeek.class);
    for (LocalTime from : cuts) {
      LocalTime to = Optional.ofNullable(cuts.higher(from)).orElse(cuts.first());
      if (inOrder.stream().anyMatch(each -> each.hours().isPresent() && each.isAt(from))) {
        windows.add(new PriceWindow(everyDay, from, to, card(each -> each.isAt(from))));
      }
    }
    return windows;
  }

  private RateCard card(Predicate<Override> holds) {
    List<Override> held = inOrder.stream().filter(holds).toList();
    TreeSet<Long> thresholds = new TreeSet<>();
    held.forEach(each -> thresholds.add(each.above()));
    List<ContextTier> tiers = new ArrayList<>();
    for (long threshold : thresholds.tailSet(1L)) {
      tiers.add(new ContextTier(threshold, true, prices(Map.of(), held, threshold)));
    }
    return new RateCard(prices(base, held, 0), tiers);
  }

  /** The prices from {@code start} on that hold for a prompt of so many tokens. */
  private Map<PriceComponent, BigDecimal> prices(
      Map<PriceComponent, BigDecimal> start, List<Override> held, long promptTokens) {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    prices.putAll(start);
    held.stream()
        .filter(each -> each.isFor(promptTokens))
        .forEach(each -> prices.putAll(each.prices()));
    addInputToStorage(prices);
    dropRepeated(prices, PriceComponent.IMAGE_INPUT, PriceComponent.INPUT);
    dropRepeated(prices, PriceComponent.REASONING, PriceComponent.OUTPUT);
    return prices;
  }

  /**
   * Of Gemini, {@code input_cache_write} is the storage for five minutes, which OpenRouter charges
   * beside the input; our class is the whole price of a token that is written.
   */
  private void addInputToStorage(Map<PriceComponent, BigDecimal> prices) {
    BigDecimal input = prices.get(PriceComponent.INPUT);
    BigDecimal write =
        prices.getOrDefault(PriceComponent.CACHE_WRITE, base.get(PriceComponent.CACHE_WRITE));
    if (input != null && write != null && write.compareTo(input) < 0) {
      prices.put(PriceComponent.CACHE_WRITE, write.add(input));
    }
  }

  /** What the list repeats of another class follows that class into its tiers. */
  private static void dropRepeated(
      Map<PriceComponent, BigDecimal> prices, PriceComponent part, PriceComponent whole) {
    BigDecimal price = prices.get(part);
    if (price != null && prices.containsKey(whole) && price.compareTo(prices.get(whole)) == 0) {
      prices.remove(part);
    }
  }
}
