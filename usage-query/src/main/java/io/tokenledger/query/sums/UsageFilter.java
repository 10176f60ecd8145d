package io.tokenledger.query.sums;

/** Conditions that all hold; the empty string lets everything pass. */
public record UsageFilter(String provider, String modelName, String feature) {

  public static final UsageFilter EVERYTHING = new UsageFilter("", "", "");
}
