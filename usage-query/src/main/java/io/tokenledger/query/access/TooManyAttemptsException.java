package io.tokenledger.query.access;

/** It was tried too often; the message is the sentence that the caller reads. */
public final class TooManyAttemptsException extends RuntimeException {

  public TooManyAttemptsException(String why) {
    super(why);
  }
}
