package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    UsageBlock toolUsage = toolUsage(chunks);
    tally
        .unitUnlessCounted(ServerTools.WEB_SEARCHES, webSearches(chunks, items, toolUsage, origin))
        .unitUnlessCounted(ServerTools.FILE_SEARCHES, count(items, "file_search_call"))
        .unitUnlessCounted(ServerTools.CODE_CALLS, count(items, "code_interpreter_call"));
    noteImages(toolUsage, items, tally);
  }

  /** The items tell a search from the reading of a page, so they go first. */
  private static long webSearches(
      List<JsonNode> chunks, List<JsonNode> items, UsageBlock toolUsage, Origin origin) {
    long told = Math.max(count(items, "web_search_call"), GroundingQueries.count(chunks, origin));
    if (told > 0) {
      return told;
    }
    return Math.max(
        toolUsage.partIfObject("web_search").countOrZero("num_requests"),
        ofSearchModel(chunks, origin));
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

  /** Of a response of OpenAI; the largest of each count in a stream. */
  private static UsageBlock toolUsage(List<JsonNode> chunks) {
    List<JsonNode> told =
        chunks.stream()
            .flatMap(BilledTools::responses)
            .map(response -> response.path("tool_usage"))
            .filter(JsonNode::isObject)
            .toList();
    JsonNode folded = told.isEmpty() ? MissingNode.getInstance() : UsageStream.fold(told);
    return UsageBlock.of(folded, Origin.of("", ""), false);
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
  private static void noteImages(UsageBlock toolUsage, List<JsonNode> items, UsageTally tally) {
    UsageBlock images = toolUsage.partIfObject("image_gen");
    long input = images.countOrZero("input_tokens");
    long output = images.countOrZero("output_tokens");
    if (input + output > 0) {
      String sentence = "not in the totals: %d input and %d output tokens of the image model";
      tally.doubt(sentence.formatted(input, output));
    } else if (count(items, "image_generation_call") > 0) {
      tally.doubt("not in the totals: the tokens of the image model that a tool called");
    }
  }
}
