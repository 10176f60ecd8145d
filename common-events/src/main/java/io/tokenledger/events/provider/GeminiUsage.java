package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.GeminiModalities;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.OptionalLong;

/**
 * Gemini and Vertex AI, in the JSON of the API or in the snake case of the Python SDK. The prompt
 * includes what was cached; prompts of tools come on top; {@code candidatesTokenCount} excludes the
 * thoughts.
 */
final class GeminiUsage implements UsageFamily {

  private static final String[] PROMPT = {"promptTokenCount", "prompt_token_count"};
  private static final String[] TOOLS = {"toolUsePromptTokenCount", "tool_use_prompt_token_count"};
  private static final String[] CACHED = {"cachedContentTokenCount", "cached_content_token_count"};
  private static final String[] THOUGHTS = {"thoughtsTokenCount", "thoughts_token_count"};
  private static final String[] TOTAL = {"totalTokenCount", "total_token_count"};

  /** The live API says response where the others say candidates. */
  private static final String[] CANDIDATES = {
    "candidatesTokenCount", "candidates_token_count", "responseTokenCount", "response_token_count"
  };

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names(PROMPT)
        || usage.names(CANDIDATES)
        || usage.names(THOUGHTS)
        || usage.names(CACHED)
        || usage.names(TOTAL)
        || usage.names("trafficType", "traffic_type");
  }

  /** A blocked prompt has a traffic type and no counts: that is zero, not unknown. */
  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    long prompt = usage.countOrZero(PROMPT);
    if (usage.ofEmbedding() || usage.names("promptTokenDetails")) {
      tally.embedding(usage.gives(PROMPT) ? prompt : usage.countOrZero(TOTAL));
      usage.repeats("promptTokenDetails", "promptTokensDetails");
      return;
    }
    long input = prompt + usage.countOrZero(TOOLS);
    long thoughts = usage.countOrZero(THOUGHTS);
    tally
        .input(input)
        .output(output(usage, input, thoughts))
        .cache(usage.countOrZero(CACHED), CacheWrites.NONE)
        .part(REASONING, thoughts);
    GeminiModalities.read(usage, tally);
  }

  /** Where candidates are left out, the total may tell more than the thoughts alone. */
  private static long output(UsageBlock usage, long input, long thoughts) {
    OptionalLong candidates = usage.count(CANDIDATES);
    return candidates.isPresent()
        ? candidates.getAsLong() + thoughts
        : Math.max(thoughts, usage.countOrZero(TOTAL) - input);
  }
}
