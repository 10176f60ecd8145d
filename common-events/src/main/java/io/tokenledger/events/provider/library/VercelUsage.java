package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Usage of the Vercel AI SDK, and of Genkit, which names thoughts and cache otherwise. Since
 * version 6 with details, or with objects in place of the totals where it comes from a provider of
 * the SDK; in version 5 with {@code cachedInputTokens}. Totals include their parts, but version 5
 * hands on what Anthropic and Bedrock call the input, which leaves the cache out, and of Gemini an
 * output without its thoughts.
 */
public final class VercelUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("inputTokens", "outputTokens")
        && (isObject(usage, "inputTokens")
            || isObject(usage, "outputTokens")
            || usage.names(
                "inputTokenDetails",
                "outputTokenDetails",
                "cachedInputTokens",
                "reasoningTokens",
                "thoughtsTokens",
                "cachedContentTokens",
                "inputCharacters"));
  }

  private static boolean isObject(UsageBlock usage, String field) {
    return usage.field(field).isObject();
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    if (isObject(usage, "inputTokens") || isObject(usage, "outputTokens")) {
      readObjects(usage, tally);
    } else {
      readNumbers(usage, tally);
    }
    usage.repeats("raw");
  }

  private static void readObjects(UsageBlock usage, UsageTally tally) {
    UsageBlock in = usage.part("inputTokens");
    UsageBlock out = usage.part("outputTokens");
    long read = in.countOrZero("cacheRead");
    long written = in.countOrZero("cacheWrite");
    long reasoning = out.countOrZero("reasoning");
    tally
        .input(in.count("total").orElse(in.countOrZero("noCache") + read + written))
        .output(out.count("total").orElse(out.countOrZero("text") + reasoning))
        .cache(read, new CacheWrites(written, 0))
        .part(REASONING, reasoning);
  }

  private static void readNumbers(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokens", "outputTokens");
    UsageBlock in = usage.part("inputTokenDetails");
    UsageBlock out = usage.part("outputTokenDetails");
    long read =
        Math.max(
            in.countOrZero("cacheReadTokens"),
            usage.countOrZero("cachedInputTokens", "cacheReadInputTokens", "cachedContentTokens"));
    long written =
        Math.max(in.countOrZero("cacheWriteTokens"), usage.countOrZero("cacheWriteInputTokens"));
    long reasoning =
        Math.max(
            out.countOrZero("reasoningTokens"),
            usage.countOrZero("reasoningTokens", "thoughtsTokens"));
    tally
        .input(input(usage, in, totals.input(), read, written, tally))
        .output(output(usage, totals, reasoning, tally))
        .cache(read, new CacheWrites(written, 0))
        .part(REASONING, reasoning);
    // Genkit counts them beside the tokens that are billed.
    usage.repeats("inputCharacters", "outputCharacters", "inputImages", "outputImages");
  }

  private static long input(
      UsageBlock usage, UsageBlock in, long input, long read, long written, UsageTally tally) {
    // Version 6 repeats of an older provider what version 5 gave, and has no such count then.
    boolean detailed = in.gives("noCacheTokens");
    boolean beside = usage.gives("cacheWriteInputTokens") || usage.origin().excludesCache();
    if (read + written > input || !detailed && beside && read + written > 0) {
      tally.note("the cache is not in inputTokens: added to it");
      return input + read + written;
    }
    return input;
  }

  private static long output(UsageBlock usage, Totals totals, long reasoning, UsageTally tally) {
    long total = usage.countOrZero("totalTokens");
    if (reasoning > 0 && total >= totals.input() + totals.output() + reasoning) {
      tally.note("the reasoning is not in outputTokens: added to it");
      return totals.output() + reasoning;
    }
    return HiddenOutput.ofGoogle(usage, totals, tally);
  }
}
