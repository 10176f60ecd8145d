package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.UsageFilter;

/**
 * Usage by the values of one dimension.
 *
 * @param tagKey whose values, where the dimension is {@link Dimension#TAG}; otherwise empty
 * @param limit how many groups at most, from 1 to {@link #MAX_LIMIT}
 */
public record BreakdownQuery(
    DateRange range, UsageFilter filter, Dimension by, String tagKey, int limit) {

  public static final int MAX_LIMIT = 10_000;
  public static final int DEFAULT_LIMIT = 1_000;
}
