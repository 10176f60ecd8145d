package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageNumber;
import io.tokenledger.events.provider.tally.UsageTally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the provider says that it charged, in US dollars, in the forms that providers have. */
public final class ProviderCost {

  /** xAI counts in ticks, ten thousand million of them to a dollar. */
  private static final int TICK_DIGITS = 10;

  private static final List<String> TICKS = List.of("cost_in_usd_ticks", "costInUsdTicks");

  private static final List<String> AMOUNTS =
      List.of(
          "cost", // OpenRouter; of Perplexity an object
          "total_cost",
          "estimated_cost", // DeepInfra
          "total_cost_usd", // Claude Agent SDK
          "costUSD");

  private static final List<String> TOTALS = List.of("total_cost", "totalCost", "total");

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,40})?");

  private ProviderCost() {}

  public static void read(UsageBlock usage, List<JsonNode> chunks, UsageTally tally) {
    ticks(usage).or(() -> amount(usage, tally)).or(() -> beside(chunks)).ifPresent(tally::cost);
  }

  private static Optional<BigDecimal> ticks(UsageBlock usage) {
    return TICKS.stream()
        .filter(field -> usage.field(field).isNumber())
        .findFirst()
        .map(field -> UsageNumber.ticks(usage.field(field), usage.path(field), TICK_DIGITS));
  }

  private static Optional<BigDecimal> amount(UsageBlock usage, UsageTally tally) {
    Optional<BigDecimal> told =
        AMOUNTS.stream()
            .flatMap(field -> usd(usage.field(field), usage.path(field)).stream())
            .findFirst();
    Optional<BigDecimal> upstream = ofOwnKey(usage);
    if (told.isEmpty() || upstream.isEmpty()) {
      return told.or(() -> upstream);
    }
    tally.note("own key: cost is the sum of cost and the upstream inference cost");
    return Optional.of(told.get().add(upstream.get()));
  }

  /** An object of amounts has a total; one in another currency is no cost of ours. */
  private static Optional<BigDecimal> usd(JsonNode cost, String field) {
    if (cost.isObject()) {
      JsonNode currency = cost.path("currency");
      if (currency.isTextual() && !currency.textValue().equalsIgnoreCase("USD")) {
        return Optional.empty();
      }
      return TOTALS.stream()
          .flatMap(name -> usd(number(cost.path(name)), field + "." + name).stream())
          .findFirst();
    }
    return number(cost).isNumber()
        ? Optional.of(UsageNumber.usd(number(cost), field))
        : Optional.empty();
  }

  /** Some write the amount as decimal text, so that it stays exact. */
  private static JsonNode number(JsonNode cost) {
    return cost.isTextual() && DECIMAL.matcher(cost.textValue()).matches()
        ? DecimalNode.valueOf(new BigDecimal(cost.textValue()))
        : cost;
  }

  /**
   * With the caller's own key OpenRouter's cost is its fee only, and what the provider charged
   * stands beside it.
   */
  private static Optional<BigDecimal> ofOwnKey(UsageBlock usage) {
    if (!usage.isTrue("is_byok", "isByok")) {
      return Optional.empty();
    }
    return Stream.of("cost_details.upstream_inference_cost", "costDetails.upstreamInferenceCost")
        .flatMap(path -> upstream(usage, path).stream())
        .findFirst();
  }

  private static Optional<BigDecimal> upstream(UsageBlock usage, String path) {
    int dot = path.indexOf('.');
    JsonNode details = usage.field(path.substring(0, dot));
    return usd(details.path(path.substring(dot + 1)), path);
  }

  /** Of several chunks the largest: a cost, too, is told again while it grows. */
  private static Optional<BigDecimal> beside(List<JsonNode> chunks) {
    return chunks.stream()
        .flatMap(ProviderCost::amountsBeside)
        .flatMap(cost -> usd(cost, "cost").stream())
        .max(BigDecimal::compareTo);
  }

  private static Stream<JsonNode> amountsBeside(JsonNode chunk) {
    return Stream.of(
        chunk.path("response_cost"), // LiteLLM's payload for loggers
        chunk.path("_hidden_params").path("response_cost"), // LiteLLM's response
        chunk.path("total_cost_usd"), // Claude Agent SDK
        chunk.path("providerMetadata").path("gateway").path("cost")); // Vercel AI Gateway
  }
}
