package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageNumber;
import io.tokenledger.events.provider.tally.UsageTally;
import java.math.BigDecimal;

/** What OpenAI-shaped blocks may carry besides text tokens. */
final class OpenAiExtras {

  private OpenAiExtras() {}

  static void read(UsageBlock usage, UsageTally tally) {
    tally.unit("webSearches", webSearches(usage));
    if (usage.field("cost").isNumber()) {
      tally.cost(cost(usage, tally));
    }
  }

  /** The realtime API says how much of the cached input was audio; that part is a cache read. */
  static long uncachedAudio(UsageBlock input) {
    long cached = input.part("cached_tokens_details").countOrZero("audio_tokens");
    return input.countOrZero("audio_tokens") - cached;
  }

  private static long webSearches(UsageBlock usage) {
    return usage
        .part("server_tool_use_details", "server_tool_use")
        .countOrZero("web_search_requests");
  }

  /**
   * OpenRouter's own cost in US dollars. With the caller's own key it is OpenRouter's fee only, and
   * the provider's part stands beside it.
   */
  private static BigDecimal cost(UsageBlock usage, UsageTally tally) {
    BigDecimal cost = UsageNumber.usd(usage.field("cost"), "cost");
    UsageBlock details = usage.part("cost_details");
    if (!usage.isTrue("is_byok") || !details.gives("upstream_inference_cost")) {
      return cost;
    }
    tally.note("own key: cost is the sum of cost and cost_details.upstream_inference_cost");
    String field = "cost_details.upstream_inference_cost";
    return cost.add(UsageNumber.usd(details.field("upstream_inference_cost"), field));
  }
}
