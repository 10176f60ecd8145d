package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Bedrock's Converse API: {@code inputTokens} excludes the cache. The fields ending in {@code
 * Count} repeat the others and must not be added to them.
 */
final class BedrockConverseUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return usage.names("inputTokens", "outputTokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokens", "outputTokens");
    long read = usage.countOrZero("cacheReadInputTokens", "cacheReadInputTokenCount");
    long written =
        usage
            .count("cacheWriteInputTokens", "cacheWriteInputTokenCount")
            .orElseGet(() -> cacheDetails(usage, "5m") + cacheDetails(usage, "1h"));
    // A total given without one of the two includes the cache.
    boolean derived = !usage.gives("inputTokens") && usage.gives("totalTokens");
    tally
        .input(derived ? totals.input() : totals.input() + read + written)
        .output(totals.output())
        .cache(read, written, cacheDetails(usage, "1h"));
  }

  private static long cacheDetails(UsageBlock usage, String lifetime) {
    return usage.parts("cacheDetails").stream()
        .filter(detail -> detail.text("ttl").equals(lifetime))
        .mapToLong(detail -> detail.countOrZero("inputTokens"))
        .sum();
  }
}
