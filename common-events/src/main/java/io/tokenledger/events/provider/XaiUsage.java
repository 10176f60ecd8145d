package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.IMAGE_INPUT;

import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.OptionalLong;

/**
 * xAI: {@code completion_tokens} excludes the reasoning, which is billed as output. Recognised
 * anywhere when the total proves it, so that Grok behind a gateway is counted alike.
 */
final class XaiUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    if (!OpenAiChatUsage.hasShape(usage)) {
      return false;
    }
    return usage.origin().isXai() || usage.names("prompt_text_tokens") || totalProvesIt(usage);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = OpenAiChatUsage.readTotals(usage, tally);
    long reasoning = isInside(usage, totals) ? 0 : OpenAiChatUsage.reasoning(usage);
    tally.output(totals.output() + reasoning);
    tally.part(IMAGE_INPUT, Math.max(imagesOf(usage), usage.countOrZero("prompt_image_tokens")));
    usage.repeats("prompt_text_tokens");
  }

  private static long imagesOf(UsageBlock usage) {
    return usage.part("prompt_tokens_details").countOrZero("image_tokens");
  }

  private static boolean totalProvesIt(UsageBlock usage) {
    OptionalLong total = usage.count("total_tokens");
    long reasoning = OpenAiChatUsage.reasoning(usage);
    return reasoning > 0
        && total.isPresent()
        && usage.gives("prompt_tokens")
        && usage.gives("completion_tokens")
        && total.getAsLong() == counted(usage) + reasoning;
  }

  /** A total without room for the reasoning means that the completion already holds it. */
  private static boolean isInside(UsageBlock usage, Totals totals) {
    OptionalLong total = usage.count("total_tokens");
    return total.isPresent()
        && total.getAsLong() > 0
        && total.getAsLong() <= totals.input() + totals.output();
  }

  private static long counted(UsageBlock usage) {
    return usage.countOrZero("prompt_tokens") + usage.countOrZero("completion_tokens");
  }
}
