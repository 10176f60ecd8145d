package io.tokenledger.events.provider.tally;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.PlainText;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a block holds and nobody read. Tokens that nobody read would be billed at the full price of
 * their total, or not at all, so the block is refused by the field's name; anything else that
 * sounds like a thing to pay for makes the counts incomplete. Durations, rates and the like are
 * passed over.
 */
public final class UnreadCounts {

  private static final int MAX_DEPTH = 6;

  private static final Pattern WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Set<String> TOKENS =
      Set.of("token", "tokens", "cache", "cached", "ephemeral", "tokencount");

  private static final Set<String> BILLED =
      Set.of(
          "image",
          "images",
          "page",
          "pages",
          "search",
          "searches",
          "query",
          "queries",
          "sources",
          "characters",
          "seconds",
          "minutes",
          "units",
          "documents",
          "requests",
          "calls",
          "sessions");

  /** No counts, whatever else the name says. */
  private static final Set<String> HARMLESS =
      Set.of(
          "time",
          "duration",
          "latency",
          "ms",
          "ns",
          "percent",
          "percentage",
          "ratio",
          "rate",
          "per",
          "throughput",
          "speed",
          "tps",
          "limit",
          "max",
          "min",
          "remaining",
          "budget",
          "window",
          "cost",
          "costs",
          "price",
          "fee",
          "discount",
          "multiplier",
          "bytes",
          "size",
          "id",
          "index",
          "version",
          "created",
          "timestamp",
          "score",
          "saved",
          "savings",
          "dimensions");

  /** Parts that have the price of their total, and totals of what is counted beside them. */
  private static final Set<String> PLAIN =
      Set.of(
          "total_tokens",
          "totalTokens",
          "total_token_count",
          "totalTokenCount",
          "total",
          "text_tokens",
          "textTokens",
          "text",
          "video_tokens",
          "videoTokens",
          "video",
          "document_tokens",
          "accepted_prediction_tokens",
          "rejected_prediction_tokens",
          "acceptedPredictionTokens",
          "rejectedPredictionTokens",
          "prompt_cache_miss_tokens",
          "amazon-bedrock-invocationMetrics",
          "noCacheTokens",
          "noCache",
          "requests",
          "successful_requests",
          "tool_calls",
          "tool_calls_requested",
          "tool_calls_executed",
          "num_server_side_tools_used",
          "web_fetch_requests",
          "webFetchRequests",
          "mcp_calls",
          "context_details");

  private final UsageBlock usage;
  private final UsageTally tally;

  private UnreadCounts(UsageBlock usage, UsageTally tally) {
    this.usage = usage;
    this.tally = tally;
  }

  /**
   * Refuses the block for a count of tokens nobody read, or notes a doubt for something else.
   *
   * @param block what {@code usage} was made of
   */
  public static void check(UsageBlock usage, JsonNode block, UsageTally tally) {
    new UnreadCounts(usage, tally).checkFields(block, "", false, 0);
  }

  private void checkFields(JsonNode object, String prefix, boolean ofTokens, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String path = prefix + field.getKey();
      if (holdsSomething(field.getValue(), depth)
          && !PLAIN.contains(field.getKey())
          && !usage.wasRead(path)) {
        checkField(field.getKey(), field.getValue(), path, ofTokens, depth);
      }
    }
  }

  private static boolean holdsSomething(JsonNode value, int depth) {
    return value.isContainerNode()
        ? depth < MAX_DEPTH
        : value.isNumber() && value.doubleValue() > 0;
  }

  private void checkField(String name, JsonNode value, String path, boolean inTokens, int depth) {
    Set<String> words = words(name);
    if (!Collections.disjoint(words, HARMLESS)) {
      return;
    }
    boolean ofTokens = inTokens || !Collections.disjoint(words, TOKENS);
    if (value.isObject()) {
      checkFields(value, path + ".", ofTokens, depth + 1);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        if (value.get(i).isObject()) {
          checkFields(value.get(i), path + "[" + i + "].", ofTokens, depth + 1);
        }
      }
    } else if (ofTokens) {
      throw new UnknownUsageShapeException(
          PlainText.of(path) + " is a count of tokens of no shape we know");
    } else if (!Collections.disjoint(words, BILLED)) {
      tally.doubt("not counted: " + PlainText.of(path));
    }
  }

  /** Of a name in camel or snake case, in lower case. */
  private static Set<String> words(String name) {
    return WORDS.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT)).collect(toSet());
  }
}
