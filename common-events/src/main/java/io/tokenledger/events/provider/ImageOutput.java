package io.tokenledger.events.provider;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.provider.tally.GeminiModalities;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;

/**
 * Output of models that make images or speech, where the block does not tell it from text: OpenAI's
 * speech has no details, and client libraries and gateways leave them out. OpenAI's models make
 * nothing but images, or speech; Gemini's write, too, at a tenth of an image's price.
 */
final class ImageOutput {

  private static final List<String> DETAILS =
      List.of(
          "output_tokens_details",
          "output_token_details",
          "completion_tokens_details",
          "completion_token_details",
          "completionTokensDetails");

  private static final String[] KINDS = {
    "image_tokens", "text_tokens", "audio_tokens", "imageTokens", "image", "audio"
  };

  private ImageOutput() {}

  static void read(UsageBlock usage, UsageTally tally) {
    boolean told =
        GeminiModalities.tellsOutput(usage)
            || DETAILS.stream().anyMatch(details -> usage.partIfObject(details).gives(KINDS));
    if (told) {
      return;
    }
    if (usage.origin().isSpeechModel()) {
      tally.allOutputIs(TokenClass.AUDIO_OUTPUT);
    } else if (usage.origin().isImageModel()) {
      tally.allOutputIs(TokenClass.IMAGE_OUTPUT);
    } else if (usage.origin().isGeminiImageModel()) {
      tally.doubtKindOfOutput("images and text are not told apart, and have prices of their own");
    }
  }
}
