package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** One number of a list: text or a number that was parsed as a decimal. */
final class ListedPrice {

  private static final BigDecimal MAX_PRICE_USD = new BigDecimal(10_000);
  private static final int MAX_DECIMALS = 30;

  /** Beyond it arithmetic overflows, or a few bytes become gigabytes of digits. */
  private static final int MAX_EXPONENT = 1_000;

  private ListedPrice() {}

  /** What a double holds for certain; further digits are the residue of a multiplication. */
  private static final MathContext CERTAIN = new MathContext(15);

  /**
   * Empty when it is no number, or none that anybody would write as a price. Lists are made with
   * doubles: {@code 0.00000060000000000000001} is 0.60 per million.
   */
  static Optional<BigDecimal> number(JsonNode value) {
    return anyNumber(value)
        .filter(number -> Math.abs((long) number.scale()) <= MAX_EXPONENT)
        .map(number -> number.round(CERTAIN));
  }

  private static Optional<BigDecimal> anyNumber(JsonNode value) {
    try {
      if (value.isNumber()) {
        return Optional.of(value.decimalValue());
      }
      String text = value.isTextual() ? value.textValue() : "";
      boolean isShort = !text.isEmpty() && text.length() <= UsageLimits.MAX_NUMBER_LENGTH;
      return isShort ? Optional.of(new BigDecimal(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * @param price USD per one million tokens, per request or per unit
   */
  static boolean isPlausible(BigDecimal price) {
    return price.signum() >= 0
        && price.scale() <= MAX_DECIMALS
        && price.compareTo(MAX_PRICE_USD) <= 0;
  }
}
