package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Anthropic's messages API, also on Bedrock and Vertex. {@code input_tokens} excludes what was read
 * from and written to the cache, so both are added; {@code output_tokens} includes thinking.
 */
final class AnthropicUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    if (usage.names("cache_creation_input_tokens", "cache_read_input_tokens", "iterations")) {
      return !OpenAiChatUsage.hasShape(usage);
    }
    return usage.names("input_tokens", "output_tokens")
        && (usage.names("cache_creation")
            || usage.origin().isAnthropic() && !isOpenAiShaped(usage));
  }

  private static boolean isOpenAiShaped(UsageBlock usage) {
    return usage.names("input_tokens_details", "input_token_details", "prompt_tokens_details");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    AnthropicCounts counts =
        AnthropicCounts.of(usage, totals.input(), totals.output())
            .plus(AnthropicIterations.besidesTheTotals(usage, tally));
    tally
        .input(counts.input())
        .output(counts.output())
        .cache(counts.read(), new CacheWrites(counts.written(), counts.written1h()))
        .part(
            REASONING,
            usage.part("output_tokens_details").countOrZero("thinking_tokens", "reasoning_tokens"));
  }
}
