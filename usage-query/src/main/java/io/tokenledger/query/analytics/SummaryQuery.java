package io.tokenledger.query.analytics;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;

/** What a summary is of. */
public record SummaryQuery(SummaryPeriod period, DateRange range, UsageFilter filter) {

  /** Groups of a dimension, at most. */
  public static final int MAX_GROUPS = 100;

  /** Activities and tags, which may be many. */
  public static final int TOP = 20;
}
