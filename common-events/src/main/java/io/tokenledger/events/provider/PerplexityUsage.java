package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Perplexity: what its deep research read and thought is billed beside the prompt and the
 * completion. Where it tells its cost, that is taken anyway.
 */
final class PerplexityUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return OpenAiChatUsage.hasShape(usage)
        && usage.names("citation_tokens", "num_search_queries", "search_context_size");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = OpenAiChatUsage.readTotals(usage, tally);
    long thoughts = usage.countOrZero("reasoning_tokens");
    tally
        .input(totals.input() + usage.countOrZero("citation_tokens"))
        .output(totals.output() + thoughts)
        .part(REASONING, thoughts);
  }
}
