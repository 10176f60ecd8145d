package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.SourcePosition;

/** What an earlier row with the same org and event id says. */
public record StoredEvent(
    SourcePosition position,
    long payloadHash,
    CostStatus costStatus,
    long costNanos,
    String priceVersion) {

  /** The same row after it has gone over to a copy of the event. */
  public StoredEvent at(SourcePosition elsewhere) {
    return new StoredEvent(elsewhere, payloadHash, costStatus, costNanos, priceVersion);
  }
}
