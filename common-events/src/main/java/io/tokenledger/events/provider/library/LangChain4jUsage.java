package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * LangChain4j's and Quarkus LangChain4j's {@code TokenUsage} and its subclasses; also {@code
 * UsageDetails} of Microsoft.Extensions.AI. What Claude read from and wrote to the cache is beside
 * the input; the parts of all others are inside.
 */
public final class LangChain4jUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("inputTokenCount", "outputTokenCount")
        && !usage.names( // Bedrock's metrics
            "generation_token_count",
            "inputTextTokenCount",
            "cacheReadInputTokenCount",
            "cacheWriteInputTokenCount",
            "invocationLatency");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokenCount", "outputTokenCount");
    UsageBlock in = usage.part("inputTokensDetails", "inputTokenDetails");
    UsageBlock out = usage.part("outputTokensDetails", "outputTokenDetails");
    long read = usage.countOrZero("cacheReadInputTokens");
    CacheWrites writes = ofClaude(usage);
    long inside =
        Math.max(
            in.countOrZero("cachedTokens"),
            usage.countOrZero("cachedContentTokenCount", "cachedInputTokenCount"));
    long thoughts = usage.countOrZero("thoughtsTokenCount");
    tally
        .input(totals.input() + read + writes.written())
        .output(output(usage, totals, thoughts, tally))
        .cache(
            Math.max(read, inside),
            writes.or(new CacheWrites(in.countOrZero("cacheWriteTokens"), 0)))
        .part(
            REASONING,
            Math.max(
                thoughts,
                Math.max(
                    out.countOrZero("reasoningTokens"), usage.countOrZero("reasoningTokenCount"))));
  }

  private static CacheWrites ofClaude(UsageBlock usage) {
    long oneHour = usage.countOrZero("cacheCreation1hInputTokens");
    long written = usage.countOrZero("cacheCreationInputTokens", "cacheWriteInputTokens");
    return new CacheWrites(Math.max(written, oneHour), oneHour);
  }

  /** Gemini's thoughts are beside the candidates, unless the total has no room for them. */
  private static long output(UsageBlock usage, Totals totals, long thoughts, UsageTally tally) {
    long hidden = HiddenOutput.ofGoogle(usage, totals, tally);
    long total = usage.countOrZero("totalTokenCount");
    boolean inside = total > 0 && total < totals.input() + totals.output() + thoughts;
    return inside ? hidden : Math.max(hidden, totals.output() + thoughts);
  }
}
