package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** One case of {@code cost-cases.json} or {@code further-cost-cases.json}. */
record CostCase(JsonNode json) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<CostCase> read(String resource) throws IOException {
    JsonNode cases = JSON.readTree(CostCase.class.getResourceAsStream(resource));
    return StreamSupport.stream(cases.spliterator(), false).map(CostCase::new).toList();
  }

  String id() {
    return json.get("id").asText();
  }

  /** Absent in the older file, where a cost of null stands for it. */
  CostStatus status() {
    String otherwise = json.path("expectedCostUsd").isNull() ? "unpriced" : "priced";
    String code = json.path("expectedStatus").asText(otherwise);
    return CostStatus.valueOf(code.toUpperCase(Locale.ROOT));
  }

  BigDecimal usd() {
    return new BigDecimal(json.get("expectedCostUsd").asText());
  }

  /** After rounding, where the case says so. */
  OptionalLong nanos() {
    JsonNode nanos = json.path("expectedCostNanos");
    return nanos.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(nanos.longValue());
  }

  /** Where the case says so. */
  OptionalLong cacheSavedNanos() {
    JsonNode nanos = json.path("expectedCacheSavedNanos");
    return nanos.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(nanos.longValue());
  }

  /** What makes the cost partial, where the case says so. */
  List<String> missing() {
    return StreamSupport.stream(json.path("expectedMissing").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** Cost by component, worked out beside the calculator. */
  Map<String, BigDecimal> breakdown() {
    Map<String, BigDecimal> lines = new LinkedHashMap<>();
    for (JsonNode line : json.path("breakdown")) {
      lines.put(
          line.get("component").asText() + "#" + lines.size(),
          new BigDecimal(line.get("cost_usd").asText()));
    }
    return lines;
  }

  /** The given prices, and those and the factors of the case. */
  PriceBook bookWith(List<PriceVersion> prices) {
    List<PriceVersion> all = new ArrayList<>(prices);
    for (JsonNode price : json.path("prices")) {
      all.add(
          Prices.version(
              price.get("orgId").asText(),
              price.get("provider").asText(),
              price.get("modelName").asText(),
              price.get("effectiveFrom").asText(),
              all.size() + 1L,
              price.get("rates").isNull() ? "" : price.get("rates").toString()));
    }
    return PriceBook.of(1, all, List.of(), factors());
  }

  private List<PriceFactor> factors() {
    List<PriceFactor> factors = new ArrayList<>();
    for (JsonNode factor : json.path("factors")) {
      factors.add(
          Prices.factor(
              factor.get("orgId").asText(),
              factor.get("models").asText(),
              factor.get("effectiveFrom").asText(),
              factors.size() + 1L,
              factor.get("factor").asText("")));
    }
    return factors;
  }

  BillableUsage usage() {
    JsonNode usage = json.get("usage");
    Map<String, BigDecimal> units = new HashMap<>();
    usage
        .path("units")
        .properties()
        .forEach(unit -> units.put(unit.getKey(), new BigDecimal(unit.getValue().asText())));
    return new BillableUsage(
        json.path("orgId").asText("acme"),
        json.get("provider").asText(),
        json.get("modelName").asText(),
        OffsetDateTime.parse(json.path("occurredAt").asText("2026-10-01T00:00:00Z")).toInstant(),
        tokens(usage),
        units,
        usage.path("requestCount").asLong(1),
        new Serving(
            json.path("serviceTier").asText("standard"),
            json.path("speed").asText("standard"),
            json.path("inferenceGeo").asText("")));
  }

  private static TokenCounts tokens(JsonNode usage) {
    return TokenCounts.of(each -> usage.path(each.field()).asLong());
  }
}
