package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Bedrock's InvokeModel where the model's own body has no usage object: Llama and Titan give counts
 * at the top level, streams end with {@code amazon-bedrock-invocationMetrics}.
 */
final class BedrockInvokeUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("generation_token_count", "inputTextTokenCount", "inputTokenCount");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    if (usage.names("inputTextTokenCount")) {
      readTitan(usage, tally);
    } else if (usage.names("generation_token_count")) { // the metrics repeat it
      usage.repeats("inputTokenCount", "outputTokenCount");
      readTotals(usage, tally, "prompt_token_count", "generation_token_count");
    } else {
      readMetrics(usage, tally);
    }
  }

  private static void readTitan(UsageBlock usage, UsageTally tally) {
    long input = usage.countOrZero("inputTextTokenCount");
    if (usage.ofEmbedding()) {
      tally.embedding(input);
      return;
    }
    long output = usage.parts("results").stream().mapToLong(r -> r.countOrZero("tokenCount")).sum();
    tally.input(input).output(output);
  }

  private static void readMetrics(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "inputTokenCount", "outputTokenCount");
    long read = usage.countOrZero("cacheReadInputTokenCount");
    long written = usage.countOrZero("cacheWriteInputTokenCount");
    tally
        .input(totals.input() + read + written)
        .output(totals.output())
        .cache(read, new CacheWrites(written, 0));
  }

  private static void readTotals(UsageBlock usage, UsageTally tally, String in, String out) {
    Totals totals = Totals.of(usage, tally, in, out);
    tally.input(totals.input()).output(totals.output());
  }
}
