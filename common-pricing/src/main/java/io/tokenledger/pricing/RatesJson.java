package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@link Rates} as JSON. Token classes stand by name with their price in USD per one million
 * tokens, as decimal text:
 *
 * <pre>{@code
 * {"input":"3","output":"15","perRequest":"0.01","units":{"webSearches":"0.01"},
 *  "contextTiers":[{"above":200000,"inclusive":false,"input":"6","output":"22.5"}],
 *  "serviceTiers":{"batch":{"input":"1.5","output":"7.5"}}}
 * }</pre>
 */
public final class RatesJson {

  static final String UNITS = "units";
  static final String CONTEXT_TIERS = "contextTiers";
  static final String SERVICE_TIERS = "serviceTiers";
  static final String ABOVE = "above";
  static final String INCLUSIVE = "inclusive";

  private RatesJson() {}

  public static ObjectNode encode(Rates rates) {
    ObjectNode json = encodeCard(rates.standard());
    rates
        .perRequest()
        .ifPresent(fee -> json.put(PriceComponent.PER_REQUEST.code(), fee.toPlainString()));
    if (!rates.units().isEmpty()) {
      ObjectNode units = json.putObject(UNITS);
      rates.units().forEach((unit, price) -> units.put(unit, price.toPlainString()));
    }
    if (!rates.serviceTiers().isEmpty()) {
      ObjectNode tiers = json.putObject(SERVICE_TIERS);
      rates.serviceTiers().forEach((tier, card) -> tiers.set(tier.code(), encodeCard(card)));
    }
    return json;
  }

  /**
   * Prices may be JSON numbers, too, if they were parsed as decimals.
   *
   * @param field the path under which errors are told, such as {@code rates}
   * @throws InvalidPriceException naming the field that is unknown, no number, negative or absurd
   */
  public static Rates decode(JsonNode json, String field) {
    RatesReader reader = new RatesReader(field, json);
    RateCard standard = reader.card();
    Optional<BigDecimal> perRequest = reader.price(PriceComponent.PER_REQUEST.code());
    Map<String, BigDecimal> units = decodeUnits(reader.child(UNITS));
    Map<ServiceTier, RateCard> serviceTiers = decodeServiceTiers(reader.child(SERVICE_TIERS));
    reader.refuseUnread();
    Rates rates = new Rates(standard, serviceTiers, perRequest, units);
    if (rates.isEmpty()) {
      throw new InvalidPriceException(field, "must list at least one price");
    }
    return rates;
  }

  private static Map<String, BigDecimal> decodeUnits(Optional<RatesReader> units) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    units.ifPresent(
        reader -> {
          PricedUnits.ALL.forEach(
              unit -> reader.price(unit).ifPresent(price -> prices.put(unit, price)));
          reader.refuseUnread();
        });
    return prices;
  }

  private static Map<ServiceTier, RateCard> decodeServiceTiers(Optional<RatesReader> tiers) {
    Map<ServiceTier, RateCard> cards = new EnumMap<>(ServiceTier.class);
    tiers.ifPresent(
        reader -> {
          for (ServiceTier tier :
              List.of(ServiceTier.BATCH, ServiceTier.FLEX, ServiceTier.PRIORITY)) {
            reader.child(tier.code()).ifPresent(each -> cards.put(tier, wholeCard(each)));
          }
          reader.refuseUnread();
        });
    return cards;
  }

  private static RateCard wholeCard(RatesReader reader) {
    RateCard card = reader.card();
    reader.refuseUnread();
    return card;
  }

  private static ObjectNode encodeCard(RateCard card) {
    ObjectNode json = encodePrices(card.prices());
    if (!card.contextTiers().isEmpty()) {
      ArrayNode tiers = json.putArray(CONTEXT_TIERS);
      card.contextTiers().forEach(tier -> tiers.add(encodeContextTier(tier)));
    }
    return json;
  }

  private static ObjectNode encodeContextTier(ContextTier tier) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(ABOVE, tier.above());
    if (tier.inclusive()) {
      json.put(INCLUSIVE, true);
    }
    return json.setAll(encodePrices(tier.prices()));
  }

  private static ObjectNode encodePrices(Map<PriceComponent, BigDecimal> prices) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    prices.forEach((component, price) -> json.put(component.code(), price.toPlainString()));
    return json;
  }

  static List<ContextTier> decodeContextTiers(List<RatesReader> tiers) {
    List<ContextTier> decoded = new ArrayList<>();
    Set<Long> thresholds = new HashSet<>();
    for (RatesReader tier : tiers) {
      ContextTier each =
          new ContextTier(tier.tokens(ABOVE), tier.flag(INCLUSIVE), tier.classPrices());
      tier.refuseUnread();
      if (!thresholds.add(each.above())) {
        throw tier.refused(ABOVE, "is the threshold of an earlier tier, too");
      }
      if (each.prices().isEmpty()) {
        throw tier.refused("", "must list at least one price");
      }
      decoded.add(each);
    }
    return decoded;
  }
}
