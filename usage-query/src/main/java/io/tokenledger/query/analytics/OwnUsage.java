package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.UsageSums;
import java.time.LocalDate;

/** What the caller used in one org, on one UTC day, of one model. */
public record OwnUsage(
    String orgId, LocalDate date, String provider, String modelName, UsageSums sums) {}
