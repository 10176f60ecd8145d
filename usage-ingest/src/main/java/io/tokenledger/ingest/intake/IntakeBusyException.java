package io.tokenledger.ingest.intake;

/** There is no room for a request at the moment; its message is the sentence the sender reads. */
public final class IntakeBusyException extends RuntimeException {

  private final boolean bySender;

  /**
   * @param bySender whether the sender itself has taken the room
   */
  IntakeBusyException(boolean bySender, String message) {
    super(message);
    this.bySender = bySender;
  }

  public boolean isBySender() {
    return bySender;
  }
}
