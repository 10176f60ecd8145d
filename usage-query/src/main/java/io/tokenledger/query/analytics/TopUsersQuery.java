package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;

/**
 * Whose spend is asked for.
 *
 * @param limit how many users at most, from 1 to {@link #MAX_LIMIT}
 */
public record TopUsersQuery(DateRange range, UsageFilter filter, int limit) {

  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 20;
}
