package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.RateCard;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an entry of LiteLLM's list prices a way of serving, and some hours of the day. */
final class LiteLlmServing {

  /** Multipliers of Anthropic's models by their value; other entries of it are no prices. */
  private static final String SPECIFIC = "provider_specific_entry";

  private static final Set<String> SPEEDS = Set.of("fast");
  private static final String UPLIFT = "regional_processing_uplift_multiplier_";
  private static final String OFF_PEAK = "off_peak_pricing";

  private LiteLlmServing() {}

  static Map<Multipliers.Trait, Map<String, BigDecimal>> multipliers(JsonNode entry) {
    Map<String, BigDecimal> geos = new TreeMap<>();
    Map<String, BigDecimal> speeds = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : entry.path(SPECIFIC).properties()) {
      put(SPEEDS.contains(each.getKey()) ? speeds : geos, each.getKey(), each.getValue());
    }
    for (Map.Entry<String, JsonNode> each : entry.properties()) {
      if (each.getKey().startsWith(UPLIFT)) {
        put(geos, each.getKey().substring(UPLIFT.length()), each.getValue());
      }
    }
    return Map.of(Multipliers.Trait.INFERENCE_GEO, geos, Multipliers.Trait.SPEED, speeds);
  }

  private static void put(Map<String, BigDecimal> factors, String value, JsonNode factor) {
    if (factor.isNumber() && Multipliers.isValue(value)) {
      ListedPrice.number(factor)
          .filter(number -> number.signum() > 0)
          .ifPresent(number -> factors.put(value, number));
    }
  }

  /**
   * Windows of every day; what they do not price costs what it does at other hours.
   *
   * @throws HoursOfDay.UnreadableHoursException when hours are given and not understood
   */
  static List<PriceWindow> windows(JsonNode entry, RateCard standard) {
    JsonNode offPeak = entry.path(OFF_PEAK);
    List<PriceWindow> windows = new ArrayList<>();
    if (offPeak.isObject()) {
      Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
      prices.putAll(standard.prices());
      LiteLlmFields.tokenPrices(offPeak)
          .forEach(price -> prices.put(price.component(), price.usd()));
      RateCard card = new RateCard(prices, standard.contextTiers());
      for (HoursOfDay hours : HoursOfDay.listed(offPeak.path("hours_utc"))) {
        windows.add(
            new PriceWindow(EnumSet.allOf(DayOfWeek.class), hours.from(), hours.to(), card));
      }
    }
    return windows;
  }
}
