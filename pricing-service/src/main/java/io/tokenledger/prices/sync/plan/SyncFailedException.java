package io.tokenledger.prices.sync.plan;

/** A list cannot be taken over; the message is a sentence for an operator. */
public final class SyncFailedException extends RuntimeException {

  private final SyncFailure reason;

  public SyncFailedException(SyncFailure reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public SyncFailure reason() {
    return reason;
  }
}
