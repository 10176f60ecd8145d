package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts in the headers of Bedrock's InvokeModel, which are all that some models tell. Headers are
 * text; the names are those that the metrics at the end of a stream have.
 */
final class BedrockHeaders {

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");

  private static final Map<String, String> COUNTS =
      Map.of(
          "x-amzn-bedrock-input-token-count", "inputTokenCount",
          "x-amzn-bedrock-output-token-count", "outputTokenCount",
          "x-amzn-bedrock-cache-read-input-token-count", "cacheReadInputTokenCount",
          "x-amzn-bedrock-cache-write-input-token-count", "cacheWriteInputTokenCount",
          "x-amzn-bedrock-invocation-latency", "invocationLatency");

  /** By themselves, and where the SDKs for Python and JavaScript keep them. */
  private static final List<String> PLACES =
      List.of("", "/ResponseMetadata/HTTPHeaders", "/$metadata/httpHeaders", "/headers");

  private BedrockHeaders() {}

  static Optional<JsonNode> metrics(JsonNode response) {
    return PLACES.stream().flatMap(place -> metricsIn(response.at(place))).findFirst();
  }

  private static Stream<JsonNode> metricsIn(JsonNode headers) {
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    COUNTS.forEach(
        (header, name) -> {
          String count = headers.path(header).asText("");
          if (COUNT.matcher(count).matches()) {
            metrics.put(name, Long.parseLong(count));
          }
        });
    if (!metrics.has("inputTokenCount") && !metrics.has("outputTokenCount")) {
      return Stream.empty();
    }
    // Without it the counts would be taken for those of a client library.
    metrics.put("invocationLatency", metrics.path("invocationLatency").asLong());
    return Stream.of(metrics);
  }
}
