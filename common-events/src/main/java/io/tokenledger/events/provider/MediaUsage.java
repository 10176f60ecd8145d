package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageNumber;
import io.tokenledger.events.provider.tally.UsageTally;

/** Blocks without tokens: transcription by the second (OpenAI), OCR by the page (Mistral). */
final class MediaUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return usage.names("pages_processed") || usage.text("type").equals("duration");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    tally.unit("pages", usage.countOrZero("pages_processed"));
    if (usage.gives("seconds")) {
      tally.unit("audioSeconds", UsageNumber.quantity(usage.field("seconds"), "seconds"));
    } else if (!usage.gives("pages_processed")) {
      throw new UnknownUsageShapeException("seconds and pages_processed are missing");
    }
  }
}
