package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Audio and images in the details of OpenAI-shaped blocks. What was read from the cache is told
 * apart, and is a cache read only.
 */
final class OpenAiMedia {

  private OpenAiMedia() {}

  static void read(UsageBlock input, UsageBlock output, UsageTally tally) {
    UsageBlock cached = input.part("cached_tokens_details");
    long cachedAudio = Math.max(count(cached, "audio"), count(input, "cached_audio"));
    long cachedImages = Math.max(count(cached, "image"), count(input, "cached_image"));
    tally
        .part(AUDIO_INPUT, count(input, "audio") - cachedAudio)
        .part(IMAGE_INPUT, count(input, "image") - cachedImages)
        .cachedMedia(cachedAudio, cachedImages)
        .part(AUDIO_OUTPUT, count(output, "audio"))
        .part(IMAGE_OUTPUT, count(output, "image"));
  }

  private static long count(UsageBlock details, String kind) {
    return details.countOrZero(kind + "_tokens");
  }
}
