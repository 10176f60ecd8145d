package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.SourcePosition;

/**
 * What the row with the same org and event id says.
 *
 * @param userId the event's, or the pseudonym of a user who was erased
 */
public record StoredEvent(
    SourcePosition position,
    String userId,
    long payloadHash,
    CostStatus costStatus,
    long costNanos,
    String priceVersion) {

  /** The same row after it has gone over to a copy of the event. */
  public StoredEvent at(SourcePosition elsewhere) {
    return new StoredEvent(elsewhere, userId, payloadHash, costStatus, costNanos, priceVersion);
  }
}
