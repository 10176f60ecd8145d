package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.OptionalLong;

/**
 * Embeddings of OpenAI and those compatible with it: {@code prompt_tokens} and {@code total_tokens}
 * are the same number; Voyage gives the total only. A total above the prompt is no embedding.
 */
final class EmbeddingUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    if (usage.ofEmbedding()) {
      return usage.names("prompt_tokens", "total_tokens") || isOfVercel(usage);
    }
    if (usage.origin().isEmbeddingModel() && isOfVercel(usage)) {
      return true;
    }
    return usage.gives("total_tokens") && !namesOutput(usage) && !totalHasMore(usage);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    OptionalLong tokens =
        isOfVercel(usage) ? usage.count("tokens") : usage.count("prompt_tokens", "total_tokens");
    tally.embedding(
        tokens.orElseThrow(
            () -> new UnknownUsageShapeException("prompt_tokens and total_tokens are missing")));
    usage.repeats("image_tokens", "prompt_tokens_details");
  }

  /** The AI SDK's EmbeddingModelUsage is a number of tokens alone. */
  private static boolean isOfVercel(UsageBlock usage) {
    return usage.field("tokens").isNumber() && usage.fieldNames().allMatch("tokens"::equals);
  }

  private static boolean namesOutput(UsageBlock usage) {
    return usage.names("completion_tokens", "input_tokens", "output_tokens", "inputTokens");
  }

  private static boolean totalHasMore(UsageBlock usage) {
    return usage.gives("prompt_tokens")
        && usage.countOrZero("total_tokens") > usage.countOrZero("prompt_tokens");
  }
}
