package io.tokenledger.query.log;

import io.tokenledger.query.sums.DateRange;
import java.util.Optional;

/**
 * A page of the detail log.
 *
 * @param limit entries per page, at least 1
 * @param offset entries to skip, which are read all the same
 * @param after where the page before ended; not together with an offset
 */
public record LogQuery(
    DateRange range, Filter filter, int limit, int offset, Optional<LogPosition> after) {

  /** Conditions that all hold; the empty string lets everything pass. */
  public record Filter(
      String provider,
      String modelName,
      String feature,
      String activity,
      String userId,
      String conversationId,
      Optional<Boolean> success) {}
}
