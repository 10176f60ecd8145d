package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Ollama's own API: counts at the top level of the last line. A prompt answered from its cache has
 * no {@code prompt_eval_count}: the input is then unknown, not 0, and a note says so.
 */
final class OllamaUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("prompt_eval_count", "eval_count");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    if (usage.ofEmbedding()) {
      tally.embedding(embedded(usage, tally));
      return;
    }
    Totals totals = Totals.of(usage, tally, "prompt_eval_count", "eval_count");
    tally.input(totals.input()).output(totals.output());
  }

  private static long embedded(UsageBlock usage, UsageTally tally) {
    if (!usage.gives("prompt_eval_count")) {
      tally.doubt("prompt_eval_count is missing: unknown, counted as 0");
    }
    return usage.countOrZero("prompt_eval_count");
  }
}
