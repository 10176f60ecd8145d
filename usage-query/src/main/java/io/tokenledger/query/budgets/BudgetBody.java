package io.tokenledger.query.budgets;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.events.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A budget to be set. */
public record BudgetBody(
    @Schema(
            description = "US dollars, above 0, at most 1000000000, with up to nine decimals.",
            required = true,
            example = "500.00")
        String monthlyUsd) {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,9})?");
  private static final BigDecimal MAX = new BigDecimal(1_000_000_000);

  /** Nothing is rounded: a nano-dollar is the least that can be written. */
  long monthlyNanos() {
    if (monthlyUsd == null || !AMOUNT.matcher(monthlyUsd).matches()) {
      throw malformed();
    }
    BigDecimal amount = new BigDecimal(monthlyUsd);
    if (amount.signum() == 0 || amount.compareTo(MAX) > 0) {
      throw malformed();
    }
    return Money.nanosFromUsd(amount);
  }

  private static RuntimeException malformed() {
    return invalidField(
        "monthlyUsd",
        "must be an amount such as 500.00: above 0, at most 1000000000, with up to nine decimals.");
  }
}
