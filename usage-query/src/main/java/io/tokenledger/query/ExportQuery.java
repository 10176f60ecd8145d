package io.tokenledger.query;

/** Which events are exported. */
public record ExportQuery(DateRange range, UsageFilter filter) {}
