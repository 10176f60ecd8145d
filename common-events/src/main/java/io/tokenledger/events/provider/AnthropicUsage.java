package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.PlainText;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Anthropic's messages API, also on Bedrock and Vertex. {@code input_tokens} excludes what was read
 * from and written to the cache, so both are added; {@code output_tokens} includes thinking. The
 * totals leave out some of {@code iterations}: a compaction is added, an advisor is only told.
 */
final class AnthropicUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    if (!usage.names("input_tokens", "output_tokens")) {
      return false;
    }
    return isExclusive(usage) || (provider.equals("anthropic") && !isOpenAiShaped(usage));
  }

  private static boolean isExclusive(UsageBlock usage) {
    return usage.names(
        "cache_creation_input_tokens", "cache_read_input_tokens", "cache_creation", "iterations");
  }

  private static boolean isOpenAiShaped(UsageBlock usage) {
    return usage.names("input_tokens_details", "input_token_details");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    AnthropicCounts counts =
        AnthropicCounts.of(usage, totals.input(), totals.output())
            .plus(besidesTheTotals(usage, tally));
    tally
        .input(counts.input())
        .output(counts.output())
        .cache(counts.read(), counts.written(), counts.written1h())
        .part(REASONING, usage.part("output_tokens_details").countOrZero("thinking_tokens"))
        .unit("webSearches", usage.part("server_tool_use").countOrZero("web_search_requests"))
        .served(usage.text("speed"), usage.text("inference_geo"));
  }

  /**
   * What the same model used that the totals leave out. Compacting the context is billed and in
   * none of the totals (Anthropic's documentation of compaction, "Understanding usage").
   */
  private static AnthropicCounts besidesTheTotals(UsageBlock usage, UsageTally tally) {
    AnthropicCounts beside = new AnthropicCounts(0, 0, 0, 0, 0);
    for (UsageBlock iteration : usage.parts("iterations")) {
      AnthropicCounts counts = AnthropicCounts.of(iteration);
      if (iteration.gives("model")) {
        noteOtherModel(iteration, counts, tally);
      } else if (iteration.text("type").equals("compaction")) {
        beside = beside.plus(counts);
      }
    }
    if (beside.input() + beside.output() > 0) {
      String sentence = "added to the totals: %d input and %d output tokens of compaction";
      tally.note(sentence.formatted(beside.input(), beside.output()));
    }
    return beside;
  }

  /** An advisor's tokens have the prices of its own model: they are an event of their own. */
  private static void noteOtherModel(
      UsageBlock iteration, AnthropicCounts counts, UsageTally tally) {
    String sentence = "not in the totals: %d input and %d output tokens of model %s";
    String model = PlainText.of(iteration.text("model"));
    tally.doubt(sentence.formatted(counts.input(), counts.output(), model));
  }
}
