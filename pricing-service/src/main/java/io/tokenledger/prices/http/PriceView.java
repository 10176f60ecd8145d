package io.tokenledger.prices.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.prices.RecordedPrice;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price version as it is answered.
 *
 * @param rates prices as decimal text, USD per one million tokens, per request or per unit; null
 *     where the price ends
 */
public record PriceView(
    @JsonUnwrapped VersionView version,
    @Schema(implementation = PriceSchemas.Rates.class, nullable = true) Map<String, Object> rates) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  static PriceView of(PriceVersion version) {
    return new PriceView(
        VersionView.of(version), version.rates().map(PriceView::toMap).orElse(null));
  }

  public static Map<String, Object> toMap(Rates rates) {
    return JSON.convertValue(RatesJson.encode(rates), MAP);
  }

  /**
   * @param nextCursor of the page after this one; null on the last
   */
  record Page(List<PriceView> prices, @Schema(nullable = true) String nextCursor) {}

  /** Every version of a model, the last recorded first. */
  record History(List<Entry> versions) {

    /** Without what was recorded after {@code knownAt}. */
    static History of(List<RecordedPrice> recorded, Instant knownAt) {
      return new History(
          recorded.stream()
              .filter(each -> !each.version().recordedAt().isAfter(knownAt))
              .map(Entry::of)
              .toList());
    }
  }

  /**
   * A version with what its recorder said.
   *
   * @param recordedBy user id, or the name of a list
   */
  record Entry(@JsonUnwrapped PriceView price, String recordedBy, String note) {

    static Entry of(RecordedPrice recorded) {
      return new Entry(PriceView.of(recorded.version()), recorded.recordedBy(), recorded.note());
    }
  }
}
