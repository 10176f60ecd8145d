package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.sync.feed.OpenRouterFields.ImplausiblePriceException;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@code pricing} of a model of OpenRouter: prices of tokens, {@code request} per request,
 * {@code web_search} per search. A negative prompt or completion price is how a router says that it
 * depends on the model it picks.
 */
final class OpenRouterPricing {

  private static final BigDecimal UNKNOWN = BigDecimal.ONE.negate();

  private static final String REQUEST = "request";
  private static final String WEB_SEARCH = "web_search";
  private static final String OVERRIDES = "overrides";
  private static final String THRESHOLD = "min_prompt_tokens";
  private static final String FROM = "utc_start";
  private static final String TO = "utc_end";
  private static final Set<String> CONDITIONS = Set.of(THRESHOLD, FROM, TO);

  private final JsonNode pricing;
  private final OpenRouterFields fields;

  private OpenRouterPricing(JsonNode pricing) {
    this.pricing = pricing;
    this.fields = OpenRouterFields.of(pricing);
  }

  /** Rates, or why there are none. */
  record Outcome(Optional<Rates> rates, Optional<SkipReason> skip) {

    static Outcome skipped(SkipReason reason) {
      return new Outcome(Optional.empty(), Optional.of(reason));
    }
  }

  static Outcome read(JsonNode pricing) {
    if (isUnknown(pricing.path("prompt")) || isUnknown(pricing.path("completion"))) {
      return Outcome.skipped(SkipReason.NO_PRICE);
    }
    try {
      return new Outcome(Optional.of(new OpenRouterPricing(pricing).rates()), Optional.empty());
    } catch (ImplausiblePriceException | HoursOfDay.UnreadableHoursException e) {
      return Outcome.skipped(SkipReason.IMPLAUSIBLE_PRICE);
    }
  }

  private static boolean isUnknown(JsonNode price) {
    return OpenRouterFields.isAbsent(price)
        || ListedPrice.number(price).filter(number -> number.compareTo(UNKNOWN) == 0).isPresent();
  }

  private Rates rates() {
    List<OpenRouterOverrides.Override> inOrder = new ArrayList<>();
    pricing.path(OVERRIDES).forEach(each -> inOrder.add(override(each)));
    OpenRouterOverrides overrides = new OpenRouterOverrides(fields.tokenPrices(pricing), inOrder);
    Map<String, BigDecimal> units = new TreeMap<>();
    fields
        .price(pricing, WEB_SEARCH)
        .ifPresent(price -> units.put(PricedUnits.WEB_SEARCHES, price));
    Optional<BigDecimal> fee = fields.price(pricing, REQUEST).filter(price -> price.signum() > 0);
    return new Rates(
        overrides.standard(), Map.of(), fee, units, Multipliers.NONE, overrides.windows());
  }

  /** With a condition we do not know, or none, it would hold we do not know when. */
  private OpenRouterOverrides.Override override(JsonNode json) {
    boolean isConditional = false;
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      boolean isCondition = CONDITIONS.contains(field.getKey());
      isConditional |= isCondition && !field.getValue().isNull();
      if (!isCondition && !OpenRouterFields.isTokenPrice(field.getKey())) {
        throw new ImplausiblePriceException();
      }
    }
    if (!isConditional) {
      throw new ImplausiblePriceException();
    }
    return new OpenRouterOverrides.Override(
        threshold(json.path(THRESHOLD)), hours(json), fields.tokenPrices(json));
  }

  private static long threshold(JsonNode tokens) {
    if (OpenRouterFields.isAbsent(tokens)) {
      return 0;
    }
    if (!tokens.isIntegralNumber() || !tokens.canConvertToLong() || tokens.longValue() < 0) {
      throw new ImplausiblePriceException();
    }
    return tokens.longValue();
  }

  private static Optional<HoursOfDay> hours(JsonNode override) {
    String from = override.path(FROM).asText("");
    String to = override.path(TO).asText("");
    return from.isEmpty() && to.isEmpty()
        ? Optional.empty()
        : Optional.of(new HoursOfDay(HoursOfDay.time(from), HoursOfDay.time(to)));
  }
}
