package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever the JSON, it is counted within the invariants or refused in one way. */
class AnyJsonTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Names that mean something to some family, so that most objects reach one. */
  private static final List<String> NAMES =
      List.of(
          "usage",
          "usageMetadata",
          "response",
          "message",
          "delta",
          "meta",
          "x_groq",
          "metadata",
          "prompt_tokens",
          "completion_tokens",
          "total_tokens",
          "prompt_tokens_details",
          "completion_tokens_details",
          "cached_tokens",
          "reasoning_tokens",
          "audio_tokens",
          "input_tokens",
          "output_tokens",
          "input_tokens_details",
          "output_tokens_details",
          "cache_read_input_tokens",
          "cache_creation_input_tokens",
          "cache_creation",
          "ephemeral_1h_input_tokens",
          "ephemeral_5m_input_tokens",
          "iterations",
          "model",
          "inputTokens",
          "outputTokens",
          "cacheReadInputTokens",
          "cacheWriteInputTokens",
          "cacheDetails",
          "ttl",
          "promptTokenCount",
          "candidatesTokenCount",
          "thoughtsTokenCount",
          "promptTokensDetails",
          "modality",
          "tokenCount",
          "billed_units",
          "tokens",
          "search_units",
          "prompt_eval_count",
          "eval_count",
          "cost",
          "is_byok",
          "cost_details",
          "upstream_inference_cost",
          "embeddings",
          "type",
          "seconds",
          "pages_processed",
          "service_tier",
          "trafficType",
          "gen_ai.usage.input_tokens",
          "generation_token_count",
          "gen_ai.usage.cache_read.input_tokens",
          "inputTextTokenCount",
          "cost_in_usd_ticks",
          "input_token_details",
          "output_token_details",
          "cache_read",
          "cache_creation_token_details",
          "inputTokenDetails",
          "cachedInputTokens",
          "reasoningTokens",
          "inputTokenCount",
          "totalTokenCount",
          "promptTokens",
          "completionTokens",
          "cacheReadInputTokenCount",
          "cache_read_tokens",
          "cache_write_tokens",
          "inputTokensDetails",
          "image_tokens",
          "cached_tokens_details",
          "total_input_tokens",
          "input_tokens_by_modality",
          "groundingMetadata",
          "webSearchQueries",
          "candidates",
          "output",
          "item",
          "status",
          "tool_usage",
          "image_gen",
          "server_side_tool_usage_details",
          "server_side_tools_used",
          "total_cost",
          "nativeUsage",
          "raw",
          "choices",
          "x_details");

  private static final List<String> PROVIDERS =
      List.of("openai", "anthropic", "bedrock", "google", "xai", "cohere", "ollama", "", "acme");

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void isCountedOrRefused(@ForAll("providers") String provider, @ForAll("objects") JsonNode json) {
    String outcome;
    try {
      Invariants.check(ProviderUsage.of(Origin.of(provider, ""), json));
      outcome = "counted";
    } catch (UnknownUsageShapeException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(1000);
      outcome = "refused";
    }
    Statistics.collect(outcome);
    Statistics.coverage(coverage -> coverage.check("counted").percentage(p -> p > 5));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aStreamIsCountedOrRefused(@ForAll("streams") JsonNode json) {
    try {
      Invariants.check(ProviderUsage.of(Origin.of("openai", ""), json));
    } catch (UnknownUsageShapeException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> providers() {
    return Arbitraries.of(PROVIDERS);
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    return object(object(object(scalar())));
  }

  @Provide
  Arbitrary<JsonNode> streams() {
    return objects().list().ofMaxSize(4).map(AnyJsonTest::array);
  }

  private static Arbitrary<JsonNode> object(Arbitrary<JsonNode> inner) {
    Arbitrary<JsonNode> lists = inner.list().ofMaxSize(3).map(AnyJsonTest::array);
    Arbitrary<String> names =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.of(NAMES)), Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
    Arbitrary<JsonNode> values =
        Arbitraries.frequencyOf(Tuple.of(8, scalar()), Tuple.of(3, inner), Tuple.of(1, lists));
    return Arbitraries.maps(names, values).ofMaxSize(8).map(AnyJsonTest::node);
  }

  private static Arbitrary<JsonNode> scalar() {
    Arbitrary<JsonNode> counts =
        Arbitraries.longs().between(0, 10_000_000_000L).map(NODES::numberNode);
    Arbitrary<JsonNode> small = Arbitraries.integers().between(0, 300).map(NODES::numberNode);
    Arbitrary<JsonNode> odd =
        Arbitraries.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.textNode("12"),
            NODES.textNode("1h"),
            NODES.textNode("AUDIO"),
            NODES.numberNode(-1),
            NODES.numberNode(12.0),
            NODES.numberNode(0.5f),
            NODES.numberNode(Double.POSITIVE_INFINITY),
            NODES.numberNode(Double.NaN),
            NODES.numberNode(new BigDecimal("1e400")),
            NODES.numberNode(new BigDecimal("1e-999999999")),
            NODES.numberNode(new BigDecimal("1e999999999")),
            NODES.numberNode(BigInteger.TEN.pow(50)));
    return Arbitraries.frequencyOf(Tuple.of(3, counts), Tuple.of(12, small), Tuple.of(2, odd));
  }

  private static JsonNode array(List<JsonNode> items) {
    ArrayNode array = NODES.arrayNode();
    return array.addAll(items);
  }

  private static JsonNode node(Map<String, JsonNode> fields) {
    ObjectNode node = NODES.objectNode();
    return node.setAll(fields);
  }
}
