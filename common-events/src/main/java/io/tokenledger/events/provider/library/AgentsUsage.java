package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Usage of OpenAI's Agents SDK for JavaScript: the totals of a run include their parts, which are
 * listed once for each request of it.
 */
public final class AgentsUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("inputTokens", "outputTokens")
        && usage.names("inputTokensDetails", "outputTokensDetails", "requestUsageEntries");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokens", "outputTokens");
    long read = 0;
    long audio = 0;
    CacheWrites writes = CacheWrites.NONE;
    for (UsageBlock in : usage.parts("inputTokensDetails")) {
      read += in.countOrZero("cached_tokens", "cachedTokens");
      audio += in.countOrZero("audio_tokens", "audioTokens");
      long written = in.countOrZero("cacheWriteTokens");
      writes = writes.plus(CacheWrites.of(in).or(new CacheWrites(written, 0)));
    }
    long reasoning = 0;
    long spoken = 0;
    for (UsageBlock out : usage.parts("outputTokensDetails")) {
      reasoning += out.countOrZero("reasoning_tokens", "reasoningTokens");
      spoken += out.countOrZero("audio_tokens", "audioTokens");
    }
    tally
        .input(totals.input())
        .output(totals.output())
        .cache(read, writes)
        .part(REASONING, reasoning)
        .part(AUDIO_INPUT, audio)
        .part(AUDIO_OUTPUT, spoken);
    usage.repeats("requestUsageEntries");
  }
}
