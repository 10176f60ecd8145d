package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;

import io.tokenledger.events.Money;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The cost that an event brings along: in whole micro-dollars, or in dollars as decimal text, which
 * is kept to the nano-dollar.
 */
final class ReportedCost {

  private static final String MICROS = "estimatedCostMicros";
  private static final String USD = "estimatedCostUsd";

  private static final BigDecimal MAX_USD = Money.usdFromNanos(UsageLimits.MAX_COST_NANOS);
  private static final int MAX_LENGTH = UsageLimits.MAX_NUMBER_LENGTH;
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final String RULE =
      "must be US dollars as decimal text such as \"0.0123\", at most " + MAX_USD.toBigInteger();

  private ReportedCost() {}

  /** In nano-dollars, finer amounts rounded half to even; empty when the event brings none. */
  static OptionalLong nanos(EventFields fields) {
    OptionalLong micros = fields.number(MICROS, UsageLimits.MAX_COST_MICROS);
    String usd = fields.text(USD, MAX_LENGTH, "", DECIMAL, RULE);
    if (usd.isEmpty()) {
      return micros.isPresent()
          ? OptionalLong.of(Money.nanosFromMicros(micros.getAsLong()))
          : micros;
    }
    if (micros.isPresent()) {
      throw invalid(USD, "must not be given beside " + MICROS);
    }
    BigDecimal amount = new BigDecimal(usd);
    if (amount.compareTo(MAX_USD) > 0) {
      throw invalid(USD, RULE);
    }
    return OptionalLong.of(Money.nanosFromUsd(amount));
  }
}
