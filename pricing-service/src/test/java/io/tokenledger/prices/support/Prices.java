package io.tokenledger.prices.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import java.time.Instant;
import java.util.Optional;

/** Price versions for tests; JSON may be written with single quotes. */
public final class Prices {

  private static final JsonMapper JSON = new JsonMapper();

  private Prices() {}

  public static Rates rates(String json) {
    try {
      return RatesJson.decode(JSON.readTree(json.replace('\'', '"')), "rates");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** A global price of provider {@code openrouter}, from the beginning of time. */
  public static PriceVersion version(String source, String model, long bookVersion, String rates) {
    return version("", source, model, bookVersion, rates);
  }

  public static PriceVersion version(
      String org, String source, String model, long bookVersion, String rates) {
    return new PriceVersion(
        source + ":" + model + "#" + bookVersion,
        bookVersion,
        org,
        "openrouter",
        model,
        Instant.EPOCH,
        Instant.EPOCH,
        source,
        Optional.of(rates(rates)));
  }
}
