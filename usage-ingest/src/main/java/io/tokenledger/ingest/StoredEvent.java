package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.SourcePosition;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the row with the same org and event id says.
 *
 * @param position of the first copy
 * @param userId the event's, or the pseudonym of a user who was erased
 * @param later by revision, copies above the row's that are kept and have yet to take its place: at
 *     least the ones that were asked about, and the highest
 */
public record StoredEvent(
    SourcePosition position,
    String userId,
    long revision,
    long payloadHash,
    CostStatus costStatus,
    long costNanos,
    OptionalLong cacheSavedNanos,
    String priceVersion,
    Map<Long, Copy> later) {

  /** Where a revision came from, and the hash of what it says. */
  public record Copy(SourcePosition position, long payloadHash) {}

  /** The same row after it has gone over to a copy of the event. */
  public StoredEvent at(SourcePosition elsewhere) {
    return new StoredEvent(
        elsewhere,
        userId,
        revision,
        payloadHash,
        costStatus,
        costNanos,
        cacheSavedNanos,
        priceVersion,
        later);
  }

  public StoredEvent with(Map<Long, Copy> laterCopies) {
    return new StoredEvent(
        position,
        userId,
        revision,
        payloadHash,
        costStatus,
        costNanos,
        cacheSavedNanos,
        priceVersion,
        laterCopies);
  }
}
