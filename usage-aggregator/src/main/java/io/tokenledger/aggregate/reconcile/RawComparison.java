package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/**
 * The rollups held against the raw events that they count. What was stored less than an hour ago
 * and is not counted yet is on neither side, so that the comparison is exact while events flow.
 */
public interface RawComparison {

  /** The first day of which every raw event is still kept; nothing before it can be compared. */
  Uni<LocalDate> completeFrom();

  /** The first day that has a raw event or a rollup; today when there is none. Slow. */
  Uni<LocalDate> firstDay();

  /**
   * Takes what was stored more than an hour ago as counted, so that it is mended: for messages of
   * {@code usage.recorded} that were lost and will not come.
   */
  Uni<Void> countOverdue();

  /** Every org that has been counted. */
  Uni<List<String>> orgs();

  /** Where the rollups by day differ from the raw events. */
  Uni<List<Drift>> driftOfDays(List<String> orgs, DayRange days);

  /** Where the conversations that began on these days differ from the raw events. */
  Uni<List<Drift>> driftOfConversations(List<String> orgs, DayRange days);

  /**
   * Makes the rollups by day what the raw events say, in one transaction during which nothing is
   * counted. A row that is right is not touched.
   *
   * @return the rows that were added, changed or removed
   */
  Uni<Long> mendDays(List<String> orgs, DayRange days);

  /** The same for conversations that began on these days. */
  Uni<Long> mendConversations(List<String> orgs, DayRange days);
}
