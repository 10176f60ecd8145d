package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results of the Vercel AI SDK. Up to version 5 its usage leaves out what Claude wrote to the
 * cache, and in version 4 what was read, too: both stand in the metadata of the provider, of each
 * step.
 */
final class VercelResult {

  private static final List<String> METADATA =
      List.of("providerMetadata", "experimental_providerMetadata");

  private static final List<String> WRITTEN =
      List.of(
          "/anthropic/cacheCreationInputTokens",
          "/anthropic/usage/cache_creation_input_tokens",
          "/bedrock/usage/cacheWriteInputTokens");

  private static final List<String> READ =
      List.of(
          "/anthropic/cacheReadInputTokens",
          "/anthropic/usage/cache_read_input_tokens",
          "/bedrock/usage/cacheReadInputTokens");

  private VercelResult() {}

  /** Metadata of the provider, of the result and of each of its steps. */
  static Stream<JsonNode> metadata(JsonNode result) {
    return Stream.concat(Stream.of(result), result.path("steps").valueStream())
        .flatMap(holder -> METADATA.stream().map(holder::path))
        .filter(JsonNode::isObject);
  }

  /** The usage of all steps, with what the provider tells beside it; empty for other responses. */
  static Optional<JsonNode> block(JsonNode result) {
    JsonNode last = result.path("usage");
    JsonNode all = result.path("totalUsage");
    boolean ofSteps = isFilled(all) && isFilled(last) && !all.equals(last);
    JsonNode ofAnthropic = result.path("providerMetadata").path("anthropic").path("usage");
    if (isFilled(ofAnthropic) && !ofSteps) {
      return Optional.of(ofAnthropic);
    }
    JsonNode usage = isFilled(all) ? all : last;
    return usage.has("inputTokens") || usage.has("promptTokens")
        ? Optional.of(withCache((ObjectNode) usage, ofSteps ? steps(result) : List.of(result)))
        : Optional.empty();
  }

  private static List<JsonNode> steps(JsonNode result) {
    List<JsonNode> steps = result.path("steps").valueStream().toList();
    return steps.isEmpty() ? List.of(result) : steps;
  }

  private static ObjectNode withCache(ObjectNode usage, List<JsonNode> holders) {
    Optional<BigDecimal> written = sum(holders, WRITTEN);
    Optional<BigDecimal> read = sum(holders, READ);
    if (written.isEmpty() && read.isEmpty()) {
      return usage;
    }
    ObjectNode merged = usage.objectNode();
    merged.setAll(usage);
    written.ifPresent(count -> merged.put("cacheWriteInputTokens", count));
    read.ifPresent(count -> merged.put("cacheReadInputTokens", count));
    return merged;
  }

  private static Optional<BigDecimal> sum(List<JsonNode> holders, List<String> paths) {
    return holders.stream()
        .flatMap(holder -> count(holder, paths).stream())
        .reduce(BigDecimal::add);
  }

  /** The first that is there: one provider answered, and newer versions repeat the count. */
  private static Optional<BigDecimal> count(JsonNode holder, List<String> paths) {
    return METADATA.stream()
        .map(holder::path)
        .flatMap(metadata -> paths.stream().map(metadata::at))
        .filter(JsonNode::isNumber)
        .findFirst()
        .map(JsonNode::decimalValue);
  }

  private static boolean isFilled(JsonNode block) {
    return block.isObject() && !block.isEmpty();
  }
}
