package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Folds the usage blocks of a stream into one. All known streams repeat cumulative counts. */
final class UsageStream {

  private UsageStream() {}

  /**
   * Blocks of {@code input_tokens} shape are merged, the last value of each field winning:
   * Anthropic tells the input first and only the output last. Of all others the last one with
   * counts is taken whole.
   *
   * @param blocks at least one
   */
  static JsonNode fold(List<JsonNode> blocks) {
    List<JsonNode> telling = blocks.stream().filter(UsageStream::holdsNumber).toList();
    List<JsonNode> candidates = telling.isEmpty() ? blocks : telling;
    List<JsonNode> merging = candidates.stream().filter(UsageStream::isPartial).toList();
    if (merging.size() > 1) {
      return merging.stream().reduce(UsageStream::merged).orElseThrow();
    }
    return merging.isEmpty() ? candidates.get(candidates.size() - 1) : merging.get(0);
  }

  private static boolean isPartial(JsonNode block) {
    return block.has("input_tokens") || block.has("output_tokens");
  }

  private static boolean holdsNumber(JsonNode block) {
    return block.valueStream().anyMatch(field -> field.isNumber() || field.isObject());
  }

  private static JsonNode merged(JsonNode earlier, JsonNode later) {
    ObjectNode merged = overlaid(earlier, later);
    // Objects such as cache_creation are merged one level deep, which is all they have.
    later
        .propertyStream()
        .filter(field -> field.getValue().isObject() && earlier.path(field.getKey()).isObject())
        .forEach(
            field ->
                merged.set(
                    field.getKey(), overlaid(earlier.get(field.getKey()), field.getValue())));
    return merged;
  }

  /** Copies the references only: the chunks stay as they are, however deep. */
  private static ObjectNode overlaid(JsonNode below, JsonNode above) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    below.propertyStream().forEach(field -> result.set(field.getKey(), field.getValue()));
    above
        .propertyStream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> result.set(field.getKey(), field.getValue()));
    return result;
  }
}
