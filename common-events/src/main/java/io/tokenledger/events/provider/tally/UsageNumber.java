package io.tokenledger.events.provider.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.Money;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads one number of a usage block. Text is refused even when it looks like a number. Bounds are
 * compared before anything is rescaled: rescaling {@code 1e-999999999} would take for ever.
 */
public final class UsageNumber {

  private static final BigDecimal MAX = BigDecimal.valueOf(UsageLimits.MAX_TOKENS);
  private static final BigDecimal MAX_USD = Money.usdFromNanos(UsageLimits.MAX_COST_NANOS);
  private static final int MAX_DECIMALS = 9;
  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(MAX_DECIMALS);

  private UsageNumber() {}

  /** A whole number; {@code 12.0} is one. */
  static long count(JsonNode node, String field) {
    BigDecimal value = bounded(node, field, MAX);
    if (value.signum() == 0) {
      return 0;
    }
    if (value.compareTo(BigDecimal.ONE) < 0 || value.stripTrailingZeros().scale() > 0) {
      throw new UnknownUsageShapeException(field + " is not a whole number");
    }
    return value.longValueExact();
  }

  /** A quantity with up to nine decimals; finer ones are rounded half to even. */
  public static BigDecimal quantity(JsonNode node, String field) {
    BigDecimal value = bounded(node, field, MAX);
    if (value.compareTo(SMALLEST) < 0) {
      return BigDecimal.ZERO;
    }
    return value.scale() > MAX_DECIMALS
        ? value.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN)
        : value;
  }

  /** An amount in US dollars, unrounded. */
  public static BigDecimal usd(JsonNode node, String field) {
    BigDecimal value = bounded(node, field, MAX_USD);
    return value.compareTo(SMALLEST) < 0 ? BigDecimal.ZERO : value;
  }

  /**
   * An amount in US dollars, given in fractions of a dollar.
   *
   * @param digits how many decimal digits of a dollar one fraction is
   */
  public static BigDecimal fractions(JsonNode node, String field, int digits) {
    BigDecimal value = bounded(node, field, MAX_USD.movePointRight(digits));
    return value.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ZERO : value.movePointLeft(digits);
  }

  private static BigDecimal bounded(JsonNode node, String field, BigDecimal max) {
    if (!node.isNumber() || !isFinite(node)) {
      throw new UnknownUsageShapeException(field + " is not a number");
    }
    BigDecimal value = node.decimalValue();
    if (value.signum() < 0) {
      throw new UnknownUsageShapeException(field + " is negative");
    }
    if (value.compareTo(max) > 0) {
      throw new UnknownUsageShapeException(field + " is above " + max.toPlainString());
    }
    return value;
  }

  /** {@code 1e400} becomes an infinite double where the reader does not keep decimals. */
  private static boolean isFinite(JsonNode node) {
    return !(node.isDouble() || node.isFloat()) || Double.isFinite(node.doubleValue());
  }
}
