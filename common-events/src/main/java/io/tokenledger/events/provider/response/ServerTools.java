package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Calls of tools that the provider ran and bills, as far as the usage block counts them. */
public final class ServerTools {

  static final String WEB_SEARCHES = "webSearches";
  static final String X_SEARCHES = "xSearches";
  static final String FILE_SEARCHES = "fileSearches";
  static final String CODE_CALLS = "codeInterpreterCalls";

  /** xAI's names of the tools that searched its collections and the files of the request. */
  private static final List<String> FILE_TOOLS =
      List.of("COLLECTIONS_SEARCH", "ATTACHMENT_SEARCH", "FILE_SEARCH", "DOCUMENT_SEARCH");

  private ServerTools() {}

  /** Units that the family has counted itself stay as they are. */
  public static void read(UsageBlock usage, UsageTally tally) {
    UsageBlock xai = usage.partIfObject("server_side_tool_usage_details");
    UsageBlock connectors = usage.partIfObject("connectors"); // Mistral
    tally
        .unitUnlessCounted(WEB_SEARCHES, webSearches(usage, xai, connectors))
        .unitUnlessCounted(X_SEARCHES, xai.countOrZero("x_search_calls"))
        .unitUnlessCounted(
            FILE_SEARCHES,
            xai.countOrZero("file_search_calls") + xai.countOrZero("document_search_calls"))
        .unitUnlessCounted(
            CODE_CALLS,
            Math.max(
                xai.countOrZero("code_interpreter_calls"),
                connectors.countOrZero("code_interpreter")));
    readNamesOfXai(usage, tally);
  }

  /** One provider has one of them; a gateway may repeat it under a second name. */
  private static long webSearches(UsageBlock usage, UsageBlock xai, UsageBlock connectors) {
    // Live search of xAI is billed by the source; the tools that took its place, by the call.
    long sources = usage.countOrZero("num_sources_used");
    return LongStream.of(
            xai.count("web_search_calls").orElse(sources),
            connectors.countOrZero("web_search"),
            usage.countOrZero("webSearchRequests", "num_search_queries"),
            requests(usage, "server_tool_use"),
            requests(usage, "server_tool_use_details"),
            requests(usage, "serverToolUse"),
            requests(usage, "serverToolUsage"),
            requests(usage, "prompt_tokens_details"), // LiteLLM
            usage.partIfObject("plugins").partIfObject("search").countOrZero("count"), // DashScope
            usage.partIfObject("x_tools").partIfObject("web_search").countOrZero("count"))
        .max()
        .orElse(0);
  }

  private static long requests(UsageBlock usage, String part) {
    return usage.partIfObject(part).countOrZero("web_search_requests", "webSearchRequests");
  }

  /** xAI's SDK lists each call, or counts the calls, by the name of the tool. */
  private static void readNamesOfXai(UsageBlock usage, UsageTally tally) {
    for (JsonNode used : usage.field("server_side_tools_used")) {
      tally.addToUnit(unitOf(used.asText()), 1);
    }
    UsageBlock counted = usage.partIfObject("server_side_tool_usage");
    for (String tool : counted.fieldNames().toList()) {
      tally.addToUnit(unitOf(tool), counted.countOrZero(tool));
    }
  }

  /** Empty for a tool that costs nothing by the call. */
  private static String unitOf(String tool) {
    String name = tool.toUpperCase(Locale.ROOT);
    if (name.contains("X_SEARCH")) {
      return X_SEARCHES;
    }
    if (name.contains("WEB_SEARCH")) {
      return WEB_SEARCHES;
    }
    if (FILE_TOOLS.stream().anyMatch(name::contains)) {
      return FILE_SEARCHES;
    }
    return name.contains("CODE_EXECUTION") || name.contains("CODE_INTERPRETER") ? CODE_CALLS : "";
  }
}
