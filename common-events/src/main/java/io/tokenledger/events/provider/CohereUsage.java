package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Cohere bills {@code billed_units}; {@code tokens} also holds the provider's own prompt and {@code
 * cached_tokens} counts in those tokens, so neither is taken where billed units are given.
 */
final class CohereUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("billed_units") || usage.field("tokens").isObject();
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    UsageBlock billed = usage.part("billed_units");
    if (!usage.gives("billed_units")) {
      tally.doubt("billed_units are missing: tokens are taken instead");
      billed = usage.part("tokens");
    }
    // Reranking is priced per search unit, which the price book calls a request.
    tally.unit("requests", billed.countOrZero("search_units"));
    tally.unit("classifications", billed.countOrZero("classifications"));
    if (billed.countOrZero("image_tokens") == 0) { // images are billed by their tokens
      tally.unit("images", billed.countOrZero("images"));
    }
    billed.repeats("images");
    usage.repeats("tokens", "cached_tokens");
    if (isEmbedding(usage, billed)) {
      tally.embedding(billed.countOrZero("input_tokens") + billed.countOrZero("image_tokens"));
    } else if (billed.gives("input_tokens", "output_tokens")) {
      Totals totals = Totals.of(billed, tally, "input_tokens", "output_tokens");
      tally.input(totals.input()).output(totals.output());
    } else if (!billed.gives("search_units", "images", "classifications")) {
      throw new UnknownUsageShapeException("billed_units hold neither tokens nor search units");
    }
  }

  private static boolean isEmbedding(UsageBlock usage, UsageBlock billed) {
    return billed.gives("input_tokens", "image_tokens")
        && !billed.names("output_tokens")
        && (usage.ofEmbedding() || !billed.gives("search_units", "classifications"));
  }
}
