package io.tokenledger.query.conversations;

import io.tokenledger.query.sums.DateRange;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of the conversations of one org.
 *
 * @param range of days in which the newest message lies; absent for all
 * @param limit conversations per page, at least 1
 * @param offset conversations to skip
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
