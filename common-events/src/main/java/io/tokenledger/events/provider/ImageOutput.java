package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.GeminiModalities;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;

/**
 * Output of models that make images, where the block does not tell images from text: client
 * libraries and gateways leave the kinds out. OpenAI's models make nothing but images; Gemini's
 * write, too, at a tenth of the price.
 */
final class ImageOutput {

  private static final List<String> DETAILS =
      List.of(
          "output_tokens_details",
          "output_token_details",
          "completion_tokens_details",
          "completion_token_details",
          "completionTokensDetails");

  private static final String[] KINDS = {"image_tokens", "text_tokens", "imageTokens", "image"};

  private ImageOutput() {}

  static void read(UsageBlock usage, UsageTally tally) {
    boolean told =
        GeminiModalities.tellsOutput(usage)
            || DETAILS.stream().anyMatch(details -> usage.partIfObject(details).gives(KINDS));
    if (told) {
      return;
    }
    if (usage.origin().isImageModel()) {
      tally.allOutputIsImages();
    } else if (usage.origin().isGeminiImageModel()) {
      tally.doubtKindOfOutput("images and text are not told apart, and have prices of their own");
    }
  }
}
