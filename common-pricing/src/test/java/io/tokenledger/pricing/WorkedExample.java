package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostComponent;
import io.tokenledger.pricing.rates.PriceComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A case as docs/pricing.md shows it, with the figures of the calculator. */
record WorkedExample(CostCase example, Cost cost) {

  private static final int NANO_DIGITS = 9;

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("**Example `%s`:** %s".formatted(example.id(), String.join(", ", call())));
    lines.add("");
    for (JsonNode price : example.json().path("prices")) {
      lines.add(price(price));
    }
    for (JsonNode factor : example.json().path("factors")) {
      lines.add(factor(factor));
    }
    if (example.json().has("prices")) {
      lines.add("");
    }
    lines.addAll(cost.status() == CostStatus.UNPRICED ? List.of("Unpriced.") : table());
    return String.join("\n", lines) + "\n";
  }

  private List<String> call() {
    JsonNode json = example.json();
    List<String> words = new ArrayList<>();
    words.add("`%s/%s`".formatted(json.get("provider").asText(), json.get("modelName").asText()));
    for (Map.Entry<String, JsonNode> used : json.get("usage").properties()) {
      if (used.getValue().isObject()) {
        used.getValue().properties().forEach(unit -> words.add(used(unit)));
      } else {
        words.add(used(used));
      }
    }
    Stream.of("serviceTier", "speed", "inferenceGeo", "orgId", "occurredAt")
        .filter(json::has)
        .forEach(field -> words.add("%s `%s`".formatted(field, json.get(field).asText())));
    return words;
  }

  private static String used(Map.Entry<String, JsonNode> used) {
    return grouped(new BigDecimal(used.getValue().asText())) + " " + used.getKey();
  }

  private static String price(JsonNode price) {
    String org = price.get("orgId").asText();
    return "- price for %s from %s: `%s`"
        .formatted(
            org.isEmpty() ? "everyone" : org,
            price.get("effectiveFrom").asText(),
            price.get("rates"));
  }

  private static String factor(JsonNode factor) {
    return "- factor for %s of `%s` from %s: %s"
        .formatted(
            factor.get("orgId").asText(),
            factor.get("models").asText(),
            factor.get("effectiveFrom").asText(),
            factor.get("factor").asText());
  }

  private List<String> table() {
    List<String> rows = new ArrayList<>();
    rows.add("| component | quantity | price in USD | USD |");
    rows.add("|---|---:|---:|---:|");
    cost.components().forEach(line -> rows.add(row(line)));
    rows.add("| **%s** | | | **%s** |".formatted(cost.status().code(), plain(cost.usd())));
    if (cost.usd().stripTrailingZeros().scale() > NANO_DIGITS) {
      rows.add("| nano-dollars | | | %s |".formatted(grouped(cost.nanos())));
    }
    if (example.cacheSavedNanos().isPresent()) {
      rows.add(
          "| saved by the cache | | | %s |"
              .formatted(plain(Money.usdFromNanos(cost.cacheSavedNanos()))));
    }
    return rows;
  }

  private static String row(CostComponent line) {
    boolean perToken =
        Arrays.stream(PriceComponent.values())
            .anyMatch(each -> each.isTokenClass() && each.code().equals(line.component()));
    String price =
        perToken
            ? plain(line.unitPriceUsd().movePointRight(6)) + " per million"
            : plain(line.unitPriceUsd()) + " each";
    return "| %s | %s | %s | %s |"
        .formatted(line.component(), grouped(line.quantity()), price, plain(line.costUsd()));
  }

  private static String grouped(BigDecimal number) {
    String text = plain(number);
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    return grouped(Long.parseLong(whole)) + text.substring(whole.length());
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
