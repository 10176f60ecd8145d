package io.tokenledger.events.provider;

import io.tokenledger.events.provider.response.ProviderCost;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;

/**
 * Blocks without tokens: transcription by the second (OpenAI, Mistral), OCR by the page (Mistral),
 * images by their number (DashScope), images and videos by what they cost (xAI).
 */
final class MediaUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("pages_processed")
        || isImagesOnly(usage)
        || usage.gives("prompt_audio_seconds") && !OpenAiChatUsage.hasShape(usage)
        || usage.text("type").equals("duration")
        || ProviderCost.isAllOf(usage);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    tally.unit("pages", usage.countOrZero("pages_processed"));
    for (String field : List.of("seconds", "prompt_audio_seconds")) {
      if (usage.gives(field)) {
        tally.unit("audioSeconds", usage.quantity(field));
      }
    }
    tally.unit("images", usage.countOrZero("image_count"));
    if (!usage.gives("seconds", "prompt_audio_seconds", "pages_processed", "image_count")
        && !ProviderCost.isAllOf(usage)) {
      throw new UnknownUsageShapeException("seconds and pages_processed are missing");
    }
  }

  private static boolean isImagesOnly(UsageBlock usage) {
    return usage.gives("image_count") && !usage.names("input_tokens", "output_tokens");
  }
}
