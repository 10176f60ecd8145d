package io.tokenledger.query.budgets;

import io.tokenledger.events.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A budget and what was spent.
 *
 * @param monthlyUsd null when the org has no budget
 * @param spentUsd in the month so far, nine decimals
 * @param month of the org's time zone, YYYY-MM
 */
public record BudgetAnswer(Optional<String> monthlyUsd, String spentUsd, String month) {

  private static final int CENT_DIGITS = 2;

  static BudgetAnswer of(BudgetStatus status) {
    return new BudgetAnswer(
        amount(status.monthlyNanos()),
        Money.usdTextFromNanos(status.spentNanos()),
        status.month().toString());
  }

  /** As people write it: with cents, and more only where there is more. */
  private static Optional<String> amount(OptionalLong nanos) {
    if (nanos.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal exact = Money.usdFromNanos(nanos.getAsLong()).stripTrailingZeros();
    return Optional.of(exact.setScale(Math.max(CENT_DIGITS, exact.scale())).toPlainString());
  }
}
