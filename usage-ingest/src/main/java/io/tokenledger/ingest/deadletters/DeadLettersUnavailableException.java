package io.tokenledger.ingest.deadletters;

/** Dead letters can be neither read nor replayed now. */
public final class DeadLettersUnavailableException extends RuntimeException {

  public DeadLettersUnavailableException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
