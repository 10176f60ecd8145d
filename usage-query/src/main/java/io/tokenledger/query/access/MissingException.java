package io.tokenledger.query.access;

/** What is asked for is not there; the message is the sentence that the caller reads. */
public final class MissingException extends RuntimeException {

  public MissingException(String why) {
    super(why);
  }
}
