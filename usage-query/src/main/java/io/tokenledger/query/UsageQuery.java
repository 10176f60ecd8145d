package io.tokenledger.query;

/** Which usage is asked for. */
public record UsageQuery(DateRange range, UsageFilter filter) {}
