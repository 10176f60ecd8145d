package io.tokenledger.query.access;

/** Who calls is not known; the message is the sentence that the caller reads. */
public final class NotSignedInException extends RuntimeException {

  public NotSignedInException(String why) {
    super(why);
  }
}
