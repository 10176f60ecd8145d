package io.tokenledger.query.sums;

import java.time.LocalDate;

/** The usage of one org, day, provider, model and feature. */
public record DailyUsage(
    String orgId,
    LocalDate date,
    String provider,
    String modelName,
    String feature,
    UsageSums sums) {}
