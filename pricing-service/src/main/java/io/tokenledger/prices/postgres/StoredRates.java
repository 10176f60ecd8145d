package io.tokenledger.prices.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;

/** The column {@code rates}: JSON whose prices are decimal text. */
public final class StoredRates {

  private static final JsonMapper JSON = new JsonMapper();

  private StoredRates() {}

  public static String toJson(Rates rates) {
    return RatesJson.encode(rates).toString();
  }

  public static Rates fromJson(String json) {
    try {
      return RatesJson.decode(JSON.readTree(json), "rates");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored price is not JSON", e);
    }
  }
}
