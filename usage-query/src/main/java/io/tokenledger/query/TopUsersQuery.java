package io.tokenledger.query;

/**
 * Whose spend is asked for.
 *
 * @param range UTC days, as the rollup per user has no others
 * @param feature the empty string lets everything pass
 * @param limit how many users at most, from 1 to {@link #MAX_LIMIT}
 */
public record TopUsersQuery(DateRange range, String feature, int limit) {

  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 20;
}
