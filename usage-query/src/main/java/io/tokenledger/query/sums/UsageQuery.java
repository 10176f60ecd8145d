package io.tokenledger.query.sums;

/** Which usage is asked for. */
public record UsageQuery(DateRange range, UsageFilter filter) {}
