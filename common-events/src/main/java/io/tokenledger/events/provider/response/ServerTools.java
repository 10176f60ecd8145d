package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    UsageBlock xai = usage.part("server_side_tool_usage_details");
    long files = xai.countOrZero("file_search_calls") + xai.countOrZero("document_search_calls");
    tally
        .unitUnlessCounted(WEB_SEARCHES, Math.max(webSearches(usage), searchedBy(xai, usage)))
        .unitUnlessCounted(X_SEARCHES, xai.countOrZero("x_search_calls"))
        .unitUnlessCounted(FILE_SEARCHES, files)
        .unitUnlessCounted(CODE_CALLS, codeCalls(usage, xai));
    ofXaiNames(usage, tally);
  }

  private static long webSearches(UsageBlock usage) {
    return Stream.of(
            "server_tool_use", "server_tool_use_details", "serverToolUse", "serverToolUsage")
        .map(usage::part)
        .mapToLong(part -> part.countOrZero("web_search_requests", "webSearchRequests"))
        .reduce(usage.countOrZero("webSearchRequests", "num_search_queries"), Math::max);
  }

  private static long searchedBy(UsageBlock xai, UsageBlock usage) {
    long plugins =
        Stream.of("plugins", "x_tools") // DashScope
            .map(usage::part)
            .mapToLong(part -> part.part("search", "web_search").countOrZero("count"))
            .max()
            .orElse(0);
    long connectors = usage.part("connectors").countOrZero("web_search"); // Mistral
    long prompt = usage.part("prompt_tokens_details").countOrZero("web_search_requests"); // LiteLLM
    // Live search of xAI is billed by the source; the tools that took its place, by the call.
    long calls =
        xai.count("web_search_calls").orElseGet(() -> usage.countOrZero("num_sources_used"));
    usage.countOrZero("num_sources_used");
    return Math.max(Math.max(plugins, connectors), Math.max(prompt, calls));
  }

  private static long codeCalls(UsageBlock usage, UsageBlock xai) {
    return Math.max(
        xai.countOrZero("code_interpreter_calls"),
        usage.part("connectors").countOrZero("code_interpreter"));
  }

  /** xAI's SDK lists each call, or counts the calls, by the name of the tool. */
  private static void ofXaiNames(UsageBlock usage, UsageTally tally) {
    for (JsonNode used : usage.field("server_side_tools_used")) {
      if (used.isTextual()) {
        tally.addToUnit(unitOf(used.textValue()), 1);
      }
    }
    UsageBlock counted = usage.part("server_side_tool_usage");
    counted
        .fieldNames()
        .toList()
        .forEach(name -> tally.addToUnit(unitOf(name), counted.countOrZero(name)));
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
