package io.tokenledger.query.log;

import io.tokenledger.query.sums.UsageQuery;
import java.util.Optional;

/**
 * A page of the detail log.
 *
 * @param limit entries per page, at least 1
 * @param offset entries to skip, which are read all the same
 * @param after where the page before ended; not together with an offset
 */
public record LogQuery(
    UsageQuery usage, Filter filter, int limit, int offset, Optional<LogPosition> after) {

  /** More conditions, which all hold; the empty string lets everything pass. */
  public record Filter(
      String activity, String userId, String conversationId, Optional<Boolean> success) {}
}
