package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.pricing.rates.PricedUnits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an entry of LiteLLM's list charges by the piece, in USD each. */
final class LiteLlmUnits {

  static final String IMAGE_IN = "input_cost_per_image";
  static final String IMAGE_OUT = "output_cost_per_image";

  /** Made, or read: units of a sender's own, as no answer tells them. */
  static final String VIDEO_SECONDS = "videoSeconds";

  static final String ANNOTATED_PAGES = "annotatedPages";

  /** Below it is a token of an image: the cheapest image read costs 0.00006, made 0.002. */
  private static final Map<String, BigDecimal> LEAST_IMAGE =
      Map.of(IMAGE_IN, new BigDecimal("0.00002"), IMAGE_OUT, new BigDecimal("0.0005"));

  private LiteLlmUnits() {}

  static Map<String, BigDecimal> of(JsonNode entry) {
    Map<String, BigDecimal> units = new TreeMap<>();
    put(units, PricedUnits.IMAGES, image(entry, IMAGE_OUT).or(() -> image(entry, IMAGE_IN)));
    put(
        units,
        PricedUnits.CHARACTERS,
        first(entry, "input_cost_per_character", "output_cost_per_character"));
    put(units, PricedUnits.PAGES, first(entry, "ocr_cost_per_page"));
    put(units, ANNOTATED_PAGES, first(entry, "annotation_cost_per_page"));
    put(units, PricedUnits.REQUESTS, first(entry, "input_cost_per_query"));
    // The list's own default where the caller does not choose how much context a search brings.
    put(
        units,
        PricedUnits.WEB_SEARCHES,
        first(entry.path("search_context_cost_per_query"), "search_context_size_medium"));
    put(units, PricedUnits.AUDIO_SECONDS, audioSecond(entry));
    put(units, VIDEO_SECONDS, videoSecond(entry));
    return units;
  }

  /** Whether the field has the price of an image's token, as it has for realtime models. */
  static boolean isPerToken(JsonNode entry, String field) {
    return LiteLlmFields.price(entry, field)
        .filter(price -> price.signum() > 0 && price.compareTo(LEAST_IMAGE.get(field)) < 0)
        .isPresent();
  }

  private static Optional<BigDecimal> image(JsonNode entry, String field) {
    return isPerToken(entry, field) ? Optional.empty() : first(entry, field);
  }

  /**
   * The list repeats the price of a second as one of input and one of output: it is charged once.
   * Seconds of other modes are those of a hosted machine or of a video.
   */
  private static Optional<BigDecimal> audioSecond(JsonNode entry) {
    if (mode(entry).startsWith("audio_")) {
      Optional<BigDecimal> input = first(entry, "input_cost_per_second");
      Optional<BigDecimal> output = first(entry, "output_cost_per_second");
      return input.isPresent() && output.isPresent()
          ? Optional.of(input.get().max(output.get()))
          : input.or(() -> output);
    }
    return first(entry, "input_cost_per_audio_per_second");
  }

  private static Optional<BigDecimal> videoSecond(JsonNode entry) {
    return mode(entry).equals("video_generation")
        ? first(entry, "output_cost_per_video_per_second", "output_cost_per_second")
        : first(entry, "input_cost_per_video_per_second");
  }

  private static String mode(JsonNode entry) {
    return entry.path("mode").asText("");
  }

  private static void put(Map<String, BigDecimal> units, String unit, Optional<BigDecimal> price) {
    price.ifPresent(each -> units.put(unit, each));
  }

  private static Optional<BigDecimal> first(JsonNode entry, String... fields) {
    for (String field : fields) {
      Optional<BigDecimal> price = LiteLlmFields.price(entry, field);
      if (price.isPresent()) {
        return price;
      }
    }
    return Optional.empty();
  }
}
