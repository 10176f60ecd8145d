package io.tokenledger.query.currency.http;

import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.service.http.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exchange rate that is set by hand. */
public record RateBody(
    @Schema(
            description =
                "Units of the currency for one US dollar: a decimal number as a text, above 0,"
                    + " at most 9 digits before the point and 12 behind it.",
            required = true,
            example = "0.9214")
        String rate,
    @Schema(description = "Who says so, 1 to 64 characters; default manual.", example = "treasury")
        String source) {

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");
  private static final int MAX_SOURCE = 64;
  private static final String BY_HAND = "manual";

  ExchangeRate toRate(String currency, LocalDate day) {
    Input given = Input.field("rate", rate);
    if (!DECIMAL.matcher(given.raw()).matches() || new BigDecimal(given.raw()).signum() == 0) {
      throw given.refused(
          "must be a decimal number above 0 as a text, at most 9 digits before the point and 12"
              + " behind it.");
    }
    String told =
        Input.field("source", source).given().map(text -> text.text(MAX_SOURCE)).orElse(BY_HAND);
    return new ExchangeRate(currency, day, new BigDecimal(given.raw()), told);
  }
}
