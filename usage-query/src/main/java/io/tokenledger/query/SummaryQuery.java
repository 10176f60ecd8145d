package io.tokenledger.query;

/** What a summary is of. */
public record SummaryQuery(SummaryPeriod period, DateRange range, UsageFilter filter) {

  /** Groups of a dimension, at most. */
  public static final int MAX_GROUPS = 100;

  /** Activities and tags, which may be many. */
  public static final int TOP = 20;
}
