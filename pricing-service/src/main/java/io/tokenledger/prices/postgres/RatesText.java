package io.tokenledger.prices.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.RatesJson;

/** Rates as they stand in a column. */
final class RatesText {

  private static final JsonMapper JSON = new JsonMapper();

  private RatesText() {}

  static String encode(Rates rates) {
    return RatesJson.encode(rates).toString();
  }

  static Rates decode(String json) {
    try {
      return RatesJson.decode(JSON.readTree(json), "rates");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored price is not JSON", e);
    }
  }
}
