package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tier the call was served in, as the response says it: a request for {@code flex} or {@code
 * auto} may be served as standard.
 */
final class ServiceTier {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("standard", "standard"),
          Map.entry("default", "standard"),
          Map.entry("on_demand", "standard"),
          Map.entry("batch", "batch"),
          Map.entry("flex", "flex"),
          Map.entry("on_demand_flex", "flex"),
          Map.entry("priority", "priority"),
          Map.entry("on_demand_priority", "priority"));

  private static final List<String> FIELDS =
      List.of("service_tier", "serviceTier", "trafficType", "traffic_type");

  private ServiceTier() {}

  /** Of several chunks the last one that names a tier. */
  static Optional<String> of(JsonNode usage, List<JsonNode> chunks) {
    Stream<JsonNode> responses =
        chunks.stream().flatMap(chunk -> Stream.of(chunk, chunk.path("response")));
    return named(usage)
        .or(() -> responses.flatMap(r -> named(r).stream()).reduce((first, last) -> last))
        .map(name -> KNOWN.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> named(JsonNode node) {
    return FIELDS.stream()
        .map(node::path)
        .map(tier -> tier.isObject() ? tier.path("type") : tier) // Bedrock wraps it
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }
}
