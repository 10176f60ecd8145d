package io.tokenledger.events.provider.tally;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.PlainText;
import java.util.List;
import java.util.Locale;

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

  /** As the API numbers them. */
  private static final List<String> BY_NUMBER =
      List.of("MODALITY_UNSPECIFIED", "TEXT", "IMAGE", "VIDEO", "AUDIO", "DOCUMENT");

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
    doubtUnknown(usage, PROMPT, tally);
    doubtUnknown(usage, CANDIDATES, tally);
  }

  /** Whether the block tells of what kind its output is. */
  public static boolean tellsOutput(UsageBlock usage) {
    return CANDIDATES.stream().anyMatch(list -> !usage.parts(list).isEmpty());
  }

  private static long sum(UsageBlock usage, List<String> lists, String modality) {
    long sum = 0;
    for (String list : lists) {
      for (UsageBlock detail : usage.parts(list)) {
        long count = count(detail);
        if (modality(detail).equals(modality)) {
          sum += count;
        }
      }
    }
    return sum;
  }

  private static long count(UsageBlock detail) {
    return detail.countOrZero("tokenCount", "token_count", "tokens");
  }

  /** By its name, or by its number, as the SDKs for Vertex AI write an enumeration. */
  private static String modality(UsageBlock detail) {
    JsonNode modality = detail.field("modality");
    detail.repeats("modality"); // a number here is no count
    return modality.isInt() && modality.intValue() >= 0 && modality.intValue() < BY_NUMBER.size()
        ? BY_NUMBER.get(modality.intValue())
        : modality.asText("").toUpperCase(Locale.ROOT);
  }

  /** A kind that nobody knows may have a price of its own. */
  private static void doubtUnknown(UsageBlock usage, List<String> lists, UsageTally tally) {
    for (String list : lists) {
      for (UsageBlock detail : usage.parts(list)) {
        String modality = modality(detail);
        if (!modality.isEmpty() && !BY_NUMBER.contains(modality) && count(detail) > 0) {
          tally.doubt("priced as text: " + PlainText.of(modality));
        }
      }
    }
  }
}
