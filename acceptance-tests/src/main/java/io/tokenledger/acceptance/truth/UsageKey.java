package io.tokenledger.acceptance.truth;

/** What the rows of the usage report are by; the day as YYYY-MM-DD. */
public record UsageKey(
    String orgId, String date, String provider, String modelName, String feature) {}
