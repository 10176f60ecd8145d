package io.tokenledger.prices.costs;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which recorded events are to get the cost that the price book gives them now.
 *
 * @param orgId empty for all, as are provider and model
 * @param from first UTC day on which the events occurred
 * @param to last day, inclusive
 * @param dryRun only to say what would change
 */
public record RepriceOrder(
    String requestedBy,
    String reason,
    String orgId,
    String provider,
    String modelName,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    boolean dryRun) {}
