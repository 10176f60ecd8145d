package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.pricing.ContextTier;
import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PricedUnits;
import io.tokenledger.pricing.RateCard;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.ServiceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  private static final String UNITS = "units";
  private static final String CONTEXT_TIERS = "contextTiers";
  private static final String SERVICE_TIERS = "serviceTiers";
  private static final String ABOVE = "above";
  private static final String INCLUSIVE = "inclusive";

  /** No provider lists more than three. */
  private static final int MAX_CONTEXT_TIERS = 16;

  /** As it is stored; a card with every class and some tiers has 2. */
  private static final int MAX_KIB = 16;

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
    return decode(new StrictObject(field, json));
  }

  /**
   * The same for rates that somebody sets: no larger than one price can sensibly be, as all who
   * price hold the whole book in memory. What is recorded already is read whatever its size.
   *
   * @throws InvalidPriceException also when it has too many context tiers or is too large
   */
  public static Rates decodeNew(JsonNode json, String field) {
    Rates rates = decode(json, field);
    Stream.concat(Stream.of(rates.standard()), rates.serviceTiers().values().stream())
        .filter(card -> card.contextTiers().size() > MAX_CONTEXT_TIERS)
        .findAny()
        .ifPresent(
            card -> {
              throw new InvalidPriceException(
                  field, "must have " + MAX_CONTEXT_TIERS + " contextTiers per card at most");
            });
    if (encode(rates).toString().length() > MAX_KIB * 1024) {
      throw new InvalidPriceException(field, "must be " + MAX_KIB + " KiB at most");
    }
    return rates;
  }

  static Rates decode(StrictObject json) {
    RateCard standard = card(json);
    Optional<BigDecimal> perRequest = json.price(PriceComponent.PER_REQUEST.code());
    Map<String, BigDecimal> units = units(json.object(UNITS));
    Map<ServiceTier, RateCard> serviceTiers = serviceTiers(json.object(SERVICE_TIERS));
    json.refuseUnread();
    Rates rates = new Rates(standard, serviceTiers, perRequest, units);
    if (rates.isEmpty()) {
      throw json.refused("must list at least one price");
    }
    return rates;
  }

  private static Map<String, BigDecimal> units(Optional<StrictObject> json) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    json.ifPresent(
        units -> {
          PricedUnits.ALL.forEach(
              unit -> units.price(unit).ifPresent(price -> prices.put(unit, price)));
          units.refuseUnread();
        });
    return prices;
  }

  private static Map<ServiceTier, RateCard> serviceTiers(Optional<StrictObject> json) {
    Map<ServiceTier, RateCard> cards = new EnumMap<>(ServiceTier.class);
    json.ifPresent(
        tiers -> {
          for (ServiceTier tier :
              List.of(ServiceTier.BATCH, ServiceTier.FLEX, ServiceTier.PRIORITY)) {
            tiers.object(tier.code()).ifPresent(each -> cards.put(tier, wholeCard(each)));
          }
          tiers.refuseUnread();
        });
    return cards;
  }

  private static RateCard wholeCard(StrictObject json) {
    RateCard card = card(json);
    json.refuseUnread();
    return card;
  }

  private static RateCard card(StrictObject json) {
    return new RateCard(classPrices(json), contextTiers(json.objects(CONTEXT_TIERS)));
  }

  private static Map<PriceComponent, BigDecimal> classPrices(StrictObject json) {
    Map<PriceComponent, BigDecimal> prices = new EnumMap<>(PriceComponent.class);
    for (PriceComponent component : PriceComponent.values()) {
      if (component.isTokenClass()) {
        json.price(component.code()).ifPresent(price -> prices.put(component, price));
      }
    }
    return prices;
  }

  private static List<ContextTier> contextTiers(List<StrictObject> json) {
    List<ContextTier> tiers = new ArrayList<>();
    Set<Long> thresholds = new HashSet<>();
    for (StrictObject each : json) {
      long above = each.wholeNumber(ABOVE, "must be a whole number of tokens");
      if (above < 0) {
        throw each.refused(ABOVE, "must not be negative");
      }
      ContextTier tier = new ContextTier(above, each.flag(INCLUSIVE), classPrices(each));
      each.refuseUnread();
      if (!thresholds.add(above)) {
        throw each.refused(ABOVE, "is the threshold of an earlier tier, too");
      }
      if (tier.prices().isEmpty()) {
        throw each.refused("must list at least one price");
      }
      tiers.add(tier);
    }
    return tiers;
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
}
