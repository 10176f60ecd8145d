package io.tokenledger.aggregate.reconcile;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * What a rollup says more than the raw events that it counts.
 *
 * @param rollup the table's name
 * @param date the UTC day; of conversations, the first day that was compared
 * @param rows how many of its rows differ in any counter
 * @param requests requests too many; negative when some are missing
 * @param costNanos nano-dollars too many; negative when some are missing
 * @param absoluteCostNanos the same without regard to the sign of each row
 */
public record Drift(
    String rollup,
    String orgId,
    LocalDate date,
    long rows,
    long requests,
    BigInteger costNanos,
    BigInteger absoluteCostNanos) {}
