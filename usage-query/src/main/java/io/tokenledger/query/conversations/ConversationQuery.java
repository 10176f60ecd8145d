package io.tokenledger.query.conversations;

import io.tokenledger.query.log.LogQuery;
import io.tokenledger.query.sums.DateRange;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of the conversations of one org.
 *
 * @param range of days in which the newest message lies; absent for all
 * @param limit conversations per page, from 1 to {@link LogQuery#MAX_LIMIT}
 * @param offset conversations to skip, at most {@link LogQuery#MAX_OFFSET}
 * @param after where the page before ended; not together with an offset
 */
public record ConversationQuery(
    Optional<DateRange> range, int limit, int offset, Optional<Position> after) {

  /**
   * The place of a conversation in the list.
   *
   * @param lastMessageAt to the microsecond
   */
  public record Position(Instant lastMessageAt, String conversationId) {}
}
