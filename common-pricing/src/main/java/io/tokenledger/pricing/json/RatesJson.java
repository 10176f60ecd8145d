package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PriceWindow;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@link Rates} as JSON. Token classes stand by name with their price in USD per one million
 * tokens, as decimal text:
 *
 * <pre>{@code
 * {"input":"3","output":"15","perRequest":"0.01","units":{"webSearches":"0.01"},
 *  "contextTiers":[{"above":200000,"inclusive":false,"input":"6","output":"22.5"}],
 *  "serviceTiers":{"batch":{"input":"1.5","output":"7.5"}},
 *  "multipliers":{"inferenceGeo":{"us":"1.1"},"speed":{"fast":"2"}},
 *  "windows":[{"days":["sat","sun"],"from":"16:30","to":"00:30","input":"1.5","output":"7.5"}]}
 * }</pre>
 *
 * <p>What is not known here is refused, as a price that is read in part is a wrong price. So all
 * who read a book are upgraded before one who writes it says something new in it.
 */
public final class RatesJson {

  private static final String UNITS = "units";
  private static final String SERVICE_TIERS = "serviceTiers";
  private static final String MULTIPLIERS = "multipliers";
  private static final String WINDOWS = "windows";

  /** No provider lists more than three. */
  private static final int MAX_CONTEXT_TIERS = 16;

  private static final int MAX_WINDOWS = 16;

  /** Of one trait. */
  private static final int MAX_MULTIPLIERS = 32;

  /** As it is stored; a card with every class and some tiers has 2. */
  private static final int MAX_KIB = 16;

  private RatesJson() {}

  public static ObjectNode encode(Rates rates) {
    ObjectNode json = RateCardJson.encode(rates.standard());
    rates
        .perRequest()
        .ifPresent(fee -> json.put(PriceComponent.PER_REQUEST.code(), fee.toPlainString()));
    if (!rates.units().isEmpty()) {
      put(json, UNITS, rates.units());
    }
    if (!rates.serviceTiers().isEmpty()) {
      ObjectNode tiers = json.putObject(SERVICE_TIERS);
      rates
          .serviceTiers()
          .forEach((tier, card) -> tiers.set(tier.code(), RateCardJson.encode(card)));
    }
    if (!rates.multipliers().byTrait().isEmpty()) {
      ObjectNode traits = json.putObject(MULTIPLIERS);
      rates.multipliers().byTrait().forEach((trait, factors) -> put(traits, trait.code(), factors));
    }
    if (!rates.windows().isEmpty()) {
      json.set(WINDOWS, PriceWindowsJson.encode(rates.windows()));
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
   * @throws InvalidPriceException also when it has too many of something or is too large
   */
  public static Rates decodeNew(JsonNode json, String field) {
    Rates rates = decode(json, field);
    cards(rates)
        .forEach(
            card ->
                atMost(
                    MAX_CONTEXT_TIERS, card.contextTiers().size(), "contextTiers per card", field));
    atMost(UsageLimits.MAX_UNITS, rates.units().size(), UNITS, field);
    atMost(MAX_WINDOWS, rates.windows().size(), WINDOWS, field);
    rates
        .multipliers()
        .byTrait()
        .values()
        .forEach(each -> atMost(MAX_MULTIPLIERS, each.size(), "multipliers of a kind", field));
    if (encode(rates).toString().length() > MAX_KIB * 1024) {
      throw new InvalidPriceException(field, "must be " + MAX_KIB + " KiB at most");
    }
    return rates;
  }

  static Rates decode(StrictObject json) {
    RateCard standard = RateCardJson.decode(json);
    Optional<BigDecimal> perRequest = json.price(PriceComponent.PER_REQUEST.code());
    Map<String, BigDecimal> units = units(json.object(UNITS));
    Map<ServiceTier, RateCard> serviceTiers = serviceTiers(json.object(SERVICE_TIERS));
    Multipliers multipliers =
        json.object(MULTIPLIERS).map(RatesJson::multipliers).orElse(Multipliers.NONE);
    List<PriceWindow> windows = PriceWindowsJson.decode(json.objects(WINDOWS));
    json.refuseUnread();
    Rates rates = new Rates(standard, serviceTiers, perRequest, units, multipliers, windows);
    if (rates.isEmpty()) {
      throw json.refused("must list at least one price");
    }
    return rates;
  }

  private static Map<String, BigDecimal> units(Optional<StrictObject> json) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    json.ifPresent(
        units -> {
          for (String unit : units.names()) {
            if (!PricedUnits.isName(unit)) {
              throw units.refused(unit, "is no name of a unit");
            }
            units.price(unit).ifPresent(price -> prices.put(unit, price));
          }
        });
    return prices;
  }

  private static Map<ServiceTier, RateCard> serviceTiers(Optional<StrictObject> json) {
    Map<ServiceTier, RateCard> cards = new EnumMap<>(ServiceTier.class);
    json.ifPresent(
        tiers -> {
          for (ServiceTier tier :
              List.of(ServiceTier.BATCH, ServiceTier.FLEX, ServiceTier.PRIORITY)) {
            tiers
                .object(tier.code())
                .ifPresent(each -> cards.put(tier, RateCardJson.decodeWhole(each)));
          }
          tiers.refuseUnread();
        });
    return cards;
  }

  private static Multipliers multipliers(StrictObject json) {
    Map<Multipliers.Trait, Map<String, BigDecimal>> byTrait =
        new EnumMap<>(Multipliers.Trait.class);
    for (Multipliers.Trait trait : Multipliers.Trait.values()) {
      json.object(trait.code()).ifPresent(each -> byTrait.put(trait, factors(each)));
    }
    json.refuseUnread();
    return new Multipliers(byTrait);
  }

  private static Map<String, BigDecimal> factors(StrictObject json) {
    Map<String, BigDecimal> factors = new TreeMap<>();
    for (String value : json.names()) {
      if (!Multipliers.isValue(value)) {
        throw json.refused(value, "is no lower-case word such as us or fast");
      }
      factors.put(value, json.multiplier(value));
    }
    return factors;
  }

  private static Stream<RateCard> cards(Rates rates) {
    return Stream.of(
            Stream.of(rates.standard()),
            rates.serviceTiers().values().stream(),
            rates.windows().stream().map(PriceWindow::card))
        .flatMap(cards -> cards);
  }

  private static void atMost(int max, int size, String what, String field) {
    if (size > max) {
      throw new InvalidPriceException(field, "must have " + max + " " + what + " at most");
    }
  }

  private static void put(ObjectNode json, String field, Map<String, BigDecimal> amounts) {
    ObjectNode object = json.putObject(field);
    amounts.forEach((name, amount) -> object.put(name, amount.toPlainString()));
  }
}
