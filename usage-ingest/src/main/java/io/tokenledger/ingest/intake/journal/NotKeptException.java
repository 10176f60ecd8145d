package io.tokenledger.ingest.intake.journal;

/** Events cannot be written down; its message is the sentence that the sender reads. */
public final class NotKeptException extends RuntimeException {

  private final Why why;

  /** What stands in the way. */
  public enum Why {
    FULL,
    DISK
  }

  NotKeptException(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
