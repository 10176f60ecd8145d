package io.tokenledger.query.sums;

import io.tokenledger.query.postgres.Statement;

/** Conditions that all hold; the empty string lets everything pass. */
public record UsageFilter(String provider, String modelName, String feature) {

  public static final UsageFilter EVERYTHING = new UsageFilter("", "", "");

  /** Of every table that is told apart by them, each {@code AND …}. */
  public String conditions(Statement statement) {
    return statement.filter("provider", provider)
        + statement.filter("model_name", modelName)
        + statement.filter("feature", feature);
  }
}
