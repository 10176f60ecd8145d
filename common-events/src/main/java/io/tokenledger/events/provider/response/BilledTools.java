package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of tools that only the whole response tells. What the usage block counts goes first, so
 * that no call is counted twice.
 */
public final class BilledTools {

  private BilledTools() {}

  public static void read(List<JsonNode> chunks, Origin origin, UsageTally tally) {
    List<JsonNode> items = items(chunks);
    long searches =
        Math.max(count(items, "web_search_call"), GroundingQueries.count(chunks, origin));
    tally
        .unitUnlessCounted(
            ServerTools.WEB_SEARCHES,
            searches > 0 ? searches : Math.max(requests(chunks), ofSearchModel(chunks, origin)))
        .unitUnlessCounted(ServerTools.FILE_SEARCHES, count(items, "file_search_call"))
        .unitUnlessCounted(ServerTools.CODE_CALLS, count(items, "code_interpreter_call"));
    noteImages(chunks, items, origin, tally);
  }

  /**
   * The items of the final response; where a stream was cut before it, those that were done by
   * then.
   */
  private static List<JsonNode> items(List<JsonNode> chunks) {
    List<JsonNode> last = List.of();
    List<JsonNode> done = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode chunk : chunks) {
      for (JsonNode response : responses(chunk).toList()) {
        if (response.path("output").isArray() && !response.path("output").isEmpty()) {
          last = response.path("output").valueStream().toList();
        }
      }
      JsonNode item = chunk.path("item");
      if (chunk.path("type").asText().endsWith("output_item.done")
          && (!item.has("id") || seen.add(item.path("id").asText()))) {
        done.add(item);
      }
    }
    return last.isEmpty() ? done : last;
  }

  private static Stream<JsonNode> responses(JsonNode chunk) {
    JsonNode response = chunk.path("response");
    return Stream.of(chunk, response, response.path("body")); // the body: a line of a batch
  }

  private static long count(List<JsonNode> items, String type) {
    return items.stream()
        .filter(item -> item.path("type").asText().equals(type))
        .filter(item -> item.path("status").asText("completed").equals("completed"))
        .filter(BilledTools::isNoReading)
        .count();
  }

  /** A search is billed; opening a page it found, or looking into it, is not. */
  private static boolean isNoReading(JsonNode item) {
    return item.path("action").path("type").asText("search").equals("search");
  }

  private static Stream<JsonNode> toolUsage(List<JsonNode> chunks) {
    return chunks.stream()
        .flatMap(BilledTools::responses)
        .map(response -> response.path("tool_usage"))
        .filter(JsonNode::isObject);
  }

  private static long requests(List<JsonNode> chunks) {
    return toolUsage(chunks)
        .map(usage -> UsageBlock.of(usage, Origin.of("", ""), false).part("web_search"))
        .mapToLong(search -> search.countOrZero("num_requests"))
        .max()
        .orElse(0);
  }

  /** OpenAI's search models of the chat API search once in every call. */
  private static long ofSearchModel(List<JsonNode> chunks, Origin origin) {
    boolean searching =
        origin.modelName().contains("-search-preview")
            || origin.modelName().contains("-search-api");
    boolean whole = chunks.stream().anyMatch(chunk -> chunk.path("choices").isArray());
    return searching && whole ? 1 : 0;
  }

  /** Images that a tool made are billed by the tokens of another model. */
  private static void noteImages(
      List<JsonNode> chunks, List<JsonNode> items, Origin origin, UsageTally tally) {
    long[] most = new long[2];
    toolUsage(chunks)
        .map(usage -> UsageBlock.of(usage, origin, false).part("image_gen"))
        .forEach(
            images -> {
              most[0] = Math.max(most[0], images.countOrZero("input_tokens"));
              most[1] = Math.max(most[1], images.countOrZero("output_tokens"));
            });
    if (most[0] + most[1] > 0) {
      String sentence = "not in the totals: %d input and %d output tokens of the image model";
      tally.doubt(sentence.formatted(most[0], most[1]));
    } else if (count(items, "image_generation_call") > 0) {
      tally.doubt("not in the totals: the tokens of the image model that a tool called");
    }
  }
}
