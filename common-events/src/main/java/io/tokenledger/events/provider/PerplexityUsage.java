package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.PlainText;
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
    readFee(usage, tally);
  }

  /**
   * A call without queries of its own costs a fee by the size of the context that its search
   * brought. The list's price is that of a medium one, others cost more or less.
   */
  private static void readFee(UsageBlock usage, UsageTally tally) {
    String size = usage.text("search_context_size");
    if (size.isEmpty() || usage.gives("cost", "num_search_queries")) {
      return;
    }
    tally.unit("webSearches", 1);
    if (!size.equals("medium")) {
      tally.doubt("its fee is that of a search of medium context: " + PlainText.of(size));
    }
  }
}
