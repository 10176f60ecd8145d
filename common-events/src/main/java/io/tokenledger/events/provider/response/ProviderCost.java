package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageNumber;
import io.tokenledger.events.provider.tally.UsageTally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the provider says that it charged, in US dollars, in the forms that providers have. */
public final class ProviderCost {

  /**
   * What xAI calls its cost, and how many decimal digits of a dollar one of it is: ten thousand
   * million ticks, or a thousand million nano-dollars.
   */
  private static final Map<String, Integer> FRACTIONS =
      Map.of("cost_in_usd_ticks", 10, "costInUsdTicks", 10, "cost_in_nano_usd", 9);

  private static final List<String> AMOUNTS =
      List.of(
          "cost", // OpenRouter; of Perplexity an object
          "total_cost",
          "estimated_cost", // DeepInfra
          "total_cost_usd", // Claude Agent SDK
          "costUSD");

  private static final List<String> TOTALS = List.of("total_cost", "totalCost", "total");

  /** Where the provider's own charge stands: as a whole, for the prompt, for the completion. */
  private static final List<String> UPSTREAM =
      List.of(
          "cost_details",
          "upstream_inference_cost",
          "upstream_inference_prompt_cost",
          "upstream_inference_completions_cost");

  private static final List<String> UPSTREAM_IN_CAMEL_CASE =
      List.of(
          "costDetails",
          "upstreamInferenceCost",
          "upstreamInferencePromptCost",
          "upstreamInferenceCompletionsCost");

  private static final Pattern DECIMAL =
      Pattern.compile("(?:[0-9]{1,20}(?:\\.[0-9]{1,40})?|\\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,2})?");

  private ProviderCost() {}

  public static void read(UsageBlock usage, List<JsonNode> chunks, UsageTally tally) {
    fractions(usage).or(() -> amount(usage, tally)).or(() -> beside(chunks)).ifPresent(tally::cost);
  }

  /** Whether the block tells nothing but what it cost, as those of xAI's images and videos do. */
  public static boolean isAllOf(UsageBlock usage) {
    return usage.fieldNames().allMatch(FRACTIONS::containsKey) && fractions(usage).isPresent();
  }

  private static Optional<BigDecimal> fractions(UsageBlock usage) {
    return FRACTIONS.entrySet().stream()
        .filter(fraction -> number(usage.field(fraction.getKey())).isNumber())
        .max(Map.Entry.comparingByValue())
        .map(
            fraction ->
                UsageNumber.fractions(
                    number(usage.field(fraction.getKey())),
                    usage.path(fraction.getKey()),
                    fraction.getValue()));
  }

  private static Optional<BigDecimal> amount(UsageBlock usage, UsageTally tally) {
    AMOUNTS.forEach(field -> doubtUnread(usage.field(field), usage.path(field), tally));
    Optional<BigDecimal> told =
        AMOUNTS.stream()
            .flatMap(field -> usd(usage.field(field), usage.path(field)).stream())
            .findFirst();
    Optional<BigDecimal> upstream = ofOwnKey(usage, told, tally);
    if (told.isEmpty() || upstream.isEmpty()) {
      return told.or(() -> upstream);
    }
    tally.note("own key: cost is the sum of cost and the upstream inference cost");
    return Optional.of(told.get().add(upstream.get()));
  }

  /** A cost that we cannot read is not passed over in silence: the price list may say another. */
  private static void doubtUnread(JsonNode cost, String field, UsageTally tally) {
    boolean text = cost.isTextual() && !cost.textValue().isBlank();
    boolean parts = cost.isObject() && !cost.isEmpty() && !cost.has("currency");
    if ((text || parts) && usd(cost, field).isEmpty()) {
      tally.doubt("not read as US dollars: " + field);
    }
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

  /** Some write the amount as decimal text, so that it stays exact; {@code 1.25e-05} is one. */
  private static JsonNode number(JsonNode cost) {
    String text = cost.isTextual() ? cost.textValue().strip() : "";
    return DECIMAL.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : cost;
  }

  /**
   * With the caller's own key OpenRouter's cost is its fee only, and what the provider charged
   * stands beside it. Where nobody says whose key it was, a cost below what the provider charged
   * cannot include it.
   */
  private static Optional<BigDecimal> ofOwnKey(
      UsageBlock usage, Optional<BigDecimal> told, UsageTally tally) {
    Optional<BigDecimal> upstream =
        upstream(usage, UPSTREAM).or(() -> upstream(usage, UPSTREAM_IN_CAMEL_CASE));
    if (usage.isTrue("is_byok", "isByok")) {
      if (upstream.isEmpty() && told.isPresent()) {
        tally.doubt("own key: cost is the fee, and the upstream inference cost is missing");
      }
      return upstream;
    }
    return usage.gives("is_byok", "isByok")
        ? Optional.empty()
        : upstream.filter(cost -> told.isPresent() && cost.compareTo(told.get()) > 0);
  }

  /** The whole, or else its parts together. */
  private static Optional<BigDecimal> upstream(UsageBlock usage, List<String> names) {
    JsonNode details = usage.field(names.get(0));
    List<Optional<BigDecimal>> costs =
        names.stream()
            .skip(1)
            .map(name -> usd(details.path(name), names.get(0) + "." + name))
            .toList();
    return costs.get(0).or(() -> costs.get(1).flatMap(in -> costs.get(2).map(in::add)));
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
