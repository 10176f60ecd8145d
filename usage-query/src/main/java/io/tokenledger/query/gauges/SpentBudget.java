package io.tokenledger.query.gauges;

import java.math.BigDecimal;

/**
 * The budget of an org for this month of its time zone, and what is spent of it.
 *
 * @param monthlyNanos nano-dollars
 * @param spentNanos nano-dollars; what had no price is not in it
 */
record SpentBudget(String orgId, long monthlyNanos, BigDecimal spentNanos) {}
