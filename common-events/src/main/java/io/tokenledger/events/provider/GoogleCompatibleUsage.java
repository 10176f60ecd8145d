package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Gemini through the OpenAI-compatible API: hidden thoughts are billed as output but appear only in
 * {@code total_tokens}.
 */
final class GoogleCompatibleUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return isGoogle(provider) && OpenAiChatUsage.hasShape(usage);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    UsageFamily.Totals totals = OpenAiChatUsage.readTotals(usage, tally);
    long beyondPrompt = usage.countOrZero("total_tokens") - totals.input();
    if (beyondPrompt > totals.output()) {
      tally.note("hidden output of %d in total_tokens".formatted(beyondPrompt - totals.output()));
    }
    tally.output(Math.max(totals.output(), beyondPrompt));
  }

  private static boolean isGoogle(String provider) {
    return provider.startsWith("google")
        || provider.startsWith("vertex")
        || provider.startsWith("gemini");
  }
}
