package io.tokenledger.query;

import java.time.LocalDate;

/** What the caller used in one org, on one UTC day, of one model. */
public record OwnUsage(
    String orgId, LocalDate date, String provider, String modelName, UsageSums sums) {}
