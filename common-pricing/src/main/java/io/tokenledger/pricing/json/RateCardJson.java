package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.pricing.rates.ContextTier;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.RateCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A card's prices by token class, and its context tiers, among the fields of an object. */
final class RateCardJson {

  private static final String CONTEXT_TIERS = "contextTiers";
  private static final String ABOVE = "above";
  private static final String INCLUSIVE = "inclusive";

  private RateCardJson() {}

  static ObjectNode encode(RateCard card) {
    ObjectNode json = encodePrices(card.prices());
    if (!card.contextTiers().isEmpty()) {
      ArrayNode tiers = json.putArray(CONTEXT_TIERS);
      card.contextTiers().forEach(tier -> tiers.add(encodeContextTier(tier)));
    }
    return json;
  }

  /** Other fields of the object are left to the caller. */
  static RateCard decode(StrictObject json) {
    return new RateCard(classPrices(json), contextTiers(json.objects(CONTEXT_TIERS)));
  }

  /** The object is the card and nothing else. */
  static RateCard decodeWhole(StrictObject json) {
    RateCard card = decode(json);
    json.refuseUnread();
    return card;
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
