package io.tokenledger.query.log;

import io.tokenledger.query.sums.DateRange;
import java.util.Optional;

/**
 * A page of the detail log.
 *
 * @param limit entries per page, from 1 to {@link #MAX_LIMIT}
 * @param offset entries to skip, at most {@link #MAX_OFFSET}, because skipped entries are read
 * @param after where the page before ended; not together with an offset
 */
public record LogQuery(
    DateRange range, Filter filter, int limit, int offset, Optional<LogPosition> after) {

  public static final int MAX_LIMIT = 200;
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_OFFSET = 10_000;

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
