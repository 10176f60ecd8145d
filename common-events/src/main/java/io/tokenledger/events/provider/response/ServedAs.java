package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  /** Where chunks of streams and messages of libraries keep what others have at the top. */
  private static final List<String> AROUND = List.of("response", "message", "response_metadata");

  private static final List<String> SPEED = List.of("speed");

  private static final List<String> REGION = List.of("inference_geo", "inferenceGeo");

  private ServedAs() {}

  /** Of several chunks the last one that names it; the block goes before what is around it. */
  public static void read(JsonNode usage, List<JsonNode> chunks, UsageTally tally) {
    named(TIER, usage, chunks).map(name -> TIERS.get(lower(name))).ifPresent(tally::tier);
    if (chunks.stream().anyMatch(ServedAs::isLineOfBatch)) {
      tally.tier(TIERS.get("batch"));
    }
    tally.served(named(SPEED, usage, chunks).orElse(""), named(REGION, usage, chunks).orElse(""));
  }

  /** Of the results of OpenAI's and Anthropic's batches, whatever the answer in it says. */
  private static boolean isLineOfBatch(JsonNode chunk) {
    return chunk.path("custom_id").isTextual()
        && (chunk.path("response").path("body").isObject()
            || chunk.path("result").path("message").isObject());
  }

  private static Optional<String> named(
      List<String> fields, JsonNode usage, List<JsonNode> chunks) {
    String named = text(fields, usage);
    for (int i = chunks.size() - 1; named.isEmpty() && i >= 0; i--) {
      named = ofResponse(fields, chunks.get(i));
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(named);
  }

  private static String ofResponse(List<String> fields, JsonNode chunk) {
    String named = text(fields, chunk);
    for (int i = 0; named.isEmpty() && i < AROUND.size(); i++) {
      named = text(fields, chunk.path(AROUND.get(i)));
    }
    return named;
  }

  private static String text(List<String> fields, JsonNode node) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      String text = (value.isObject() ? value.path("type") : value).textValue(); // Bedrock wraps it
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
