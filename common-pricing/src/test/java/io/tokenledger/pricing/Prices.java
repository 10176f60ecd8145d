package io.tokenledger.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.ModelName;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Prices and usage in few words, for the tests. */
final class Prices {

  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Prices() {}

  /** Rates in their JSON form, with single quotes. */
  static Rates rates(String json) {
    try {
      return RatesJson.decode(JSON.readTree(json.replace('\'', '"')), "rates");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static PriceVersion version(String provider, String model, String from, String rates) {
    return version("", provider, model, from, 1, rates);
  }

  /** {@code rates} may be empty: the version ends the price. */
  static PriceVersion version(
      String org, String provider, String model, String from, long bookVersion, String rates) {
    Instant effectiveFrom = Instant.parse(from.contains("T") ? from : from + "T00:00:00Z");
    return new PriceVersion(
        org + ":" + provider + "/" + model + "@" + from + "#" + bookVersion,
        bookVersion,
        org,
        provider,
        model,
        effectiveFrom,
        effectiveFrom,
        "test",
        rates.isEmpty() ? Optional.empty() : Optional.of(rates(rates)));
  }

  /** {@code name} and {@code target} are provider/model; an empty target ends the alias. */
  static ModelAlias alias(String org, String name, String from, long bookVersion, String target) {
    Instant effectiveFrom = Instant.parse(from + "T00:00:00Z");
    String[] named = name.split("/", 2);
    String[] meant = target.split("/", 2);
    return new ModelAlias(
        "alias:" + org + ":" + name + "@" + from + "#" + bookVersion,
        bookVersion,
        org,
        named[0],
        named[1],
        effectiveFrom,
        effectiveFrom,
        target.isEmpty() ? Optional.empty() : Optional.of(new ModelName(meant[0], meant[1])));
  }

  /** {@code models} as a label of a scope; {@code factor} may be empty: the rule ends. */
  static PriceFactor factor(
      String org, String models, String from, long bookVersion, String factor) {
    Instant effectiveFrom = Instant.parse(from.contains("T") ? from : from + "T00:00:00Z");
    String[] named = models.split("/", 2);
    return new PriceFactor(
        "factor:" + org + ":" + models + "@" + from + "#" + bookVersion,
        bookVersion,
        org,
        models.equals("*")
            ? new FactorScope("", "")
            : new FactorScope(named[0], named[1].equals("*") ? "" : named[1]),
        effectiveFrom,
        effectiveFrom,
        factor.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(factor)));
  }

  /** The cost at a single price list. */
  static Cost cost(String rates, TokenCounts tokens) {
    return cost(rates, tokens, "standard", Map.of(), 1);
  }

  static Cost cost(String rates, TokenCounts tokens, String serviceTier) {
    return cost(rates, tokens, serviceTier, Map.of(), 1);
  }

  static Cost cost(
      String rates,
      TokenCounts tokens,
      String serviceTier,
      Map<String, BigDecimal> units,
      long requests) {
    PriceBook book =
        PriceBook.of(1, java.util.List.of(version("acme", "model", "2026-01-01", rates)));
    return CostCalculator.costOf(
        book,
        new BillableUsage(
            "org", "acme", "model", NOON, tokens, units, requests, Serving.of(serviceTier)));
  }

  static TokenCounts tokens(long input, long output) {
    return TokenCounts.inOrder(input, output, 0, 0, 0, 0, 0, 0, 0);
  }

  static TokenCounts cached(long input, long read, long write, long write1h, long output) {
    return TokenCounts.inOrder(input, output, read, write, write1h, 0, 0, 0, 0);
  }
}
