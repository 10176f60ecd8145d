package io.tokenledger.query.analytics;

import io.tokenledger.events.Coded;
import io.tokenledger.query.sums.DateRange;

/** The periods a summary has a name for; each ends with today. */
public enum SummaryPeriod implements Coded {
  TODAY(1),
  WEEK(7),
  MONTH(30),

  /** From the first to the last day that are given. */
  CUSTOM(DateRange.DEFAULT_DAYS);

  private final int days;

  SummaryPeriod(int days) {
    this.days = days;
  }

  /** How many, when the days are not given. */
  public int days() {
    return days;
  }
}
