package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.GeminiModalities;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Gemini's interactions API. The input includes what was cached; thoughts and the prompts of tools
 * are counted beside it. Searches are counted by query, of which Gemini 2 bills one a prompt.
 */
final class InteractionsUsage implements UsageFamily {

  private static final int FIRST_BY_QUERY = 3;

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("total_input_tokens", "total_output_tokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "total_input_tokens", "total_output_tokens");
    long thoughts = usage.countOrZero("total_thought_tokens", "total_reasoning_tokens");
    tally
        .input(totals.input() + usage.countOrZero("total_tool_use_tokens"))
        .output(totals.output() + thoughts)
        .cache(usage.countOrZero("total_cached_tokens"), CacheWrites.NONE)
        .part(REASONING, thoughts);
    GeminiModalities.read(usage, tally);
    readSearches(usage, tally);
  }

  private static void readSearches(UsageBlock usage, UsageTally tally) {
    long queries = 0;
    for (UsageBlock tool : usage.parts("grounding_tool_count")) {
      if (tool.text("type").equals("google_search")) {
        queries += tool.countOrZero("count");
      } else {
        tally.unit(
            tool.text("type").equals("google_maps") ? "mapsSearches" : "groundings",
            tool.countOrZero("count"));
      }
    }
    boolean byQuery =
        Origin.geminiGeneration(usage.origin().modelName()).orElse(FIRST_BY_QUERY)
            >= FIRST_BY_QUERY;
    tally.unit("webSearches", byQuery ? queries : Math.min(1, queries));
  }
}
