package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Gemini through the OpenAI-compatible API: hidden thoughts are billed as output but appear only in
 * {@code total_tokens}.
 */
final class GoogleCompatibleUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.origin().isGoogle() && OpenAiChatUsage.hasShape(usage);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = OpenAiChatUsage.readTotals(usage, tally);
    tally.output(HiddenOutput.ofGoogle(usage, totals, tally));
  }
}
