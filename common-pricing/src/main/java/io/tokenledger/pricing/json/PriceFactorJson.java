package io.tokenledger.pricing.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.pricing.FactorScope;
import io.tokenledger.pricing.PriceFactor;
import java.math.BigDecimal;

/** A {@link PriceFactor} in the document of the book; the factor is decimal text. */
final class PriceFactorJson {

  private static final String MODELS = "models";
  private static final String FACTOR = "factor";

  private PriceFactorJson() {}

  static ObjectNode encode(PriceFactor entry) {
    ObjectNode json = PriceBookJson.encodeHead(entry).put(MODELS, entry.scope().models());
    return PriceBookJson.encodeTimes(entry, json)
        .put(FACTOR, entry.factor().map(BigDecimal::toPlainString).orElse(null));
  }

  static PriceFactor decode(StrictObject json) {
    return new PriceFactor(
        json.name("id"),
        PriceBookJson.bookVersion(json),
        json.name("orgId"),
        scope(json),
        json.instant("effectiveFrom"),
        json.instant("recordedAt"),
        json.factorOrNull(FACTOR));
  }

  private static FactorScope scope(StrictObject json) {
    try {
      return new FactorScope(json.text("provider"), json.text(MODELS));
    } catch (IllegalArgumentException e) {
      throw json.refused(MODELS, "must be empty, one model, or end at a separator with a *");
    }
  }
}
