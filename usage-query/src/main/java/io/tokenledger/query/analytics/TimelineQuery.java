package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.Granularity;
import io.tokenledger.query.sums.UsageFilter;
import java.util.Optional;

/**
 * Usage over time.
 *
 * @param groupBy one series for each of its values; without it there is one series
 */
public record TimelineQuery(
    DateRange range, Granularity granularity, UsageFilter filter, Optional<Dimension> groupBy) {

  /** Points of one series, at most. */
  public static final int MAX_POINTS = 2_500;

  /** Points of all series together, at most. */
  public static final int MAX_POINTS_OF_ALL = 20_000;

  static final String TOO_MANY_SERIES =
      "Parameter 'groupBy' must make fewer series, by a filter, or the range be shorter: of all"
          + " series together at most 20,000 points are answered.";
}
