package io.tokenledger.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Price books of the provider {@code it}. */
public final class TestBooks {

  private TestBooks() {}

  public static PriceBook book(long version, PriceVersion... prices) {
    return PriceBook.of(version, List.of(prices));
  }

  /** USD per one million input tokens. */
  public static PriceVersion price(String model, Instant from, String input) {
    return cached(model, from, input, input);
  }

  /** The same with another price of what is read from the cache. */
  public static PriceVersion cached(String model, Instant from, String input, String cacheRead) {
    return version(model, from, Optional.of(rates(input, cacheRead)), model + "-" + input);
  }

  public static PriceVersion end(String model, Instant at) {
    return version(model, at, Optional.empty(), model + "-end");
  }

  private static PriceVersion version(
      String model, Instant from, Optional<Rates> rates, String id) {
    return new PriceVersion(id, 1, PriceVersion.GLOBAL, "it", model, from, from, "manual", rates);
  }

  private static Rates rates(String input, String cacheRead) {
    try {
      return RatesJson.decode(
          new ObjectMapper()
              .readTree(
                  "{\"input\":\"%s\",\"cacheRead\":\"%s\",\"output\":\"0\"}"
                      .formatted(input, cacheRead)),
          "rates");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
