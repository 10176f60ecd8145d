package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;

/** Blocks without tokens: transcription by the second (OpenAI), OCR by the page (Mistral). */
final class MediaUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("pages_processed")
        || usage.gives("prompt_audio_seconds") && !OpenAiChatUsage.hasShape(usage)
        || usage.text("type").equals("duration");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    tally.unit("pages", usage.countOrZero("pages_processed"));
    for (String field : List.of("seconds", "prompt_audio_seconds")) {
      if (usage.gives(field)) {
        tally.unit("audioSeconds", usage.quantity(field));
      }
    }
    if (!usage.gives("seconds", "prompt_audio_seconds", "pages_processed")) {
      throw new UnknownUsageShapeException("seconds and pages_processed are missing");
    }
  }
}
