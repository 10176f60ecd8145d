package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the call was served, as the response says it: a request for {@code flex} or {@code auto} may
 * be served as standard. Tier, speed and region stand in the usage block or beside it.
 */
public final class ServedAs {

  private static final Map<String, String> TIERS =
      Map.ofEntries(
          Map.entry("standard", "standard"),
          Map.entry("default", "standard"),
          Map.entry("on_demand", "standard"),
          Map.entry("batch", "batch"),
          Map.entry("flex", "flex"),
          Map.entry("on_demand_flex", "flex"),
          Map.entry("priority", "priority"),
          Map.entry("on_demand_priority", "priority"));

  private static final List<String> TIER =
      List.of("service_tier", "serviceTier", "trafficType", "traffic_type");

  private static final List<String> SPEED = List.of("speed");

  private static final List<String> REGION = List.of("inference_geo", "inferenceGeo");

  private ServedAs() {}

  /** Of several chunks the last one that names it; the block goes before what is around it. */
  public static void read(JsonNode usage, List<JsonNode> chunks, UsageTally tally) {
    named(TIER, usage, chunks).map(name -> TIERS.get(lower(name))).ifPresent(tally::tier);
    tally.served(named(SPEED, usage, chunks).orElse(""), named(REGION, usage, chunks).orElse(""));
  }

  private static Optional<String> named(
      List<String> fields, JsonNode usage, List<JsonNode> chunks) {
    return text(fields, usage)
        .or(
            () ->
                chunks.stream()
                    .flatMap(ServedAs::responses)
                    .flatMap(response -> text(fields, response).stream())
                    .reduce((first, last) -> last));
  }

  private static Stream<JsonNode> responses(JsonNode chunk) {
    return Stream.of(
        chunk, chunk.path("response"), chunk.path("message"), chunk.path("response_metadata"));
  }

  private static Optional<String> text(List<String> fields, JsonNode node) {
    return fields.stream()
        .map(node::path)
        .map(tier -> tier.isObject() ? tier.path("type") : tier) // Bedrock wraps it
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
