package io.tokenledger.query;

/** Which usage is asked for; a filter that is the empty string lets everything pass. */
public record UsageQuery(DateRange range, String provider, String modelName, String feature) {}
