package io.tokenledger.events.provider.tally;

/**
 * Thoughts of Gemini that are billed as output but appear only in the total, where a compatible API
 * or a client library stands in front of it.
 */
public final class HiddenOutput {

  private HiddenOutput() {}

  /** The output, with what is hidden when the block is Google's. */
  public static long ofGoogle(UsageBlock usage, Totals totals, UsageTally tally) {
    if (!usage.origin().isGoogle()) {
      return totals.output();
    }
    long total = usage.countOrZero("total_tokens", "totalTokens", "totalTokenCount");
    long beyondInput = total - totals.input();
    if (beyondInput > totals.output()) {
      tally.note("hidden output of %d in the total".formatted(beyondInput - totals.output()));
    }
    return Math.max(totals.output(), beyondInput);
  }
}
