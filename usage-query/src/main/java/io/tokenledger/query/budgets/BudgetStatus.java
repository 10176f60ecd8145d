package io.tokenledger.query.budgets;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.OptionalLong;

/**
 * A budget held against what was spent.
 *
 * @param monthlyNanos nano-dollars; absent when the org has no budget
 * @param spentNanos in the month so far; what had no price is not in it
 */
public record BudgetStatus(OptionalLong monthlyNanos, BigDecimal spentNanos, YearMonth month) {}
