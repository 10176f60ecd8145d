package io.tokenledger.events.provider.tally;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;

import java.util.List;

/**
 * Gemini's counts by modality. Text, video and documents have the price of their total; what was
 * read from the cache is a cache read only.
 */
public final class GeminiModalities {

  private static final List<String> PROMPT =
      List.of(
          "promptTokensDetails",
          "prompt_tokens_details",
          "toolUsePromptTokensDetails",
          "tool_use_prompt_tokens_details",
          "input_tokens_by_modality",
          "tool_use_tokens_by_modality");

  private static final List<String> CACHED =
      List.of("cacheTokensDetails", "cache_tokens_details", "cached_tokens_by_modality");

  private static final List<String> CANDIDATES =
      List.of(
          "candidatesTokensDetails",
          "candidates_tokens_details",
          "responseTokensDetails",
          "response_tokens_details",
          "output_tokens_by_modality");

  private GeminiModalities() {}

  public static void read(UsageBlock usage, UsageTally tally) {
    long cachedAudio = sum(usage, CACHED, "AUDIO");
    long cachedImages = sum(usage, CACHED, "IMAGE");
    tally
        .part(AUDIO_INPUT, sum(usage, PROMPT, "AUDIO") - cachedAudio)
        .part(IMAGE_INPUT, sum(usage, PROMPT, "IMAGE") - cachedImages)
        .cachedMedia(cachedAudio, cachedImages)
        .part(AUDIO_OUTPUT, sum(usage, CANDIDATES, "AUDIO"))
        .part(IMAGE_OUTPUT, sum(usage, CANDIDATES, "IMAGE"));
  }

  private static long sum(UsageBlock usage, List<String> lists, String modality) {
    long sum = 0;
    for (String list : lists) {
      for (UsageBlock detail : usage.parts(list)) {
        long count = detail.countOrZero("tokenCount", "token_count", "tokens");
        if (detail.text("modality").equalsIgnoreCase(modality)) {
          sum += count;
        }
      }
    }
    return sum;
  }
}
