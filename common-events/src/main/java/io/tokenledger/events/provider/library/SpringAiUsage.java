package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.GeminiModalities;
import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Usage in the camel case that Spring AI, version 4 of the Vercel AI SDK, LangChain's {@code
 * tokenUsage} in JavaScript and OpenRouter's SDK share. Spring AI hands on what Anthropic calls the
 * input, which leaves the cache out, and of Gemini an output without its thoughts.
 */
public final class SpringAiUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("promptTokens", "completionTokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "promptTokens", "completionTokens");
    boolean ofGemini = usage.field("promptTokensDetails").isArray();
    UsageBlock in = ofGemini ? usage.none() : usage.part("promptTokensDetails");
    UsageBlock out = usage.part("completionTokensDetails");
    long read =
        Math.max(
            in.countOrZero("cachedTokens"),
            usage.countOrZero(
                "cacheReadInputTokens", "cachedInputTokens", "cachedContentTokenCount"));
    long written =
        Math.max(
            in.countOrZero("cacheWriteTokens"),
            usage.countOrZero("cacheWriteInputTokens", "cacheCreationInputTokens"));
    long thoughts = usage.countOrZero("thoughtsTokenCount");
    tally
        .input(input(usage, totals.input(), read, written, tally))
        .output(Math.max(totals.output() + thoughts, HiddenOutput.ofGoogle(usage, totals, tally)))
        .cache(read, new CacheWrites(written, 0));
    GeminiModalities.read(ofGemini ? usage : in, tally);
    if (!ofGemini) {
      tally
          .part(AUDIO_INPUT, in.countOrZero("audioTokens"))
          .part(AUDIO_OUTPUT, out.countOrZero("audioTokens"))
          .part(IMAGE_OUTPUT, out.countOrZero("imageTokens"));
    }
    tally.part(REASONING, Math.max(thoughts, reasoning(usage, out)));
    usage.repeats("nativeUsage");
  }

  private static long reasoning(UsageBlock usage, UsageBlock out) {
    return Math.max(out.countOrZero("reasoningTokens"), usage.countOrZero("reasoningTokens"));
  }

  private static long input(
      UsageBlock usage, long input, long read, long written, UsageTally tally) {
    long tools = usage.countOrZero("toolUsePromptTokenCount");
    boolean toldApart = usage.gives("cacheReadInputTokens", "cacheWriteInputTokens");
    if (read + written > input || toldApart && usage.origin().excludesCache()) {
      tally.note("the cache is not in promptTokens: added to it");
      return input + read + written + tools;
    }
    return input + tools;
  }
}
