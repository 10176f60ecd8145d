package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Bedrock's Converse API: {@code inputTokens} excludes the cache. The fields ending in {@code
 * Count} repeat the others and must not be added to them.
 */
final class BedrockConverseUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("inputTokens", "outputTokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokens", "outputTokens");
    long read = usage.countOrZero("cacheReadInputTokens", "cacheReadInputTokenCount");
    long oneHour = cacheDetails(usage, "1h");
    long written =
        usage
            .count(
                "cacheWriteInputTokens",
                "cacheWriteInputTokenCount",
                "cacheCreationInputTokens") // Claude Agent SDK
            .orElse(cacheDetails(usage, "5m") + oneHour);
    // A total given without one of the two includes the cache.
    boolean derived = !usage.gives("inputTokens") && usage.gives("totalTokens");
    tally
        .input(derived ? totals.input() : totals.input() + read + written)
        .output(totals.output())
        .cache(read, new CacheWrites(written, oneHour));
  }

  private static long cacheDetails(UsageBlock usage, String lifetime) {
    long sum = 0;
    for (UsageBlock detail : usage.parts("cacheDetails")) {
      long count = detail.countOrZero("inputTokens");
      sum += detail.text("ttl").equals(lifetime) ? count : 0;
    }
    return sum;
  }
}
