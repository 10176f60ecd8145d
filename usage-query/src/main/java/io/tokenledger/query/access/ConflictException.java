package io.tokenledger.query.access;

/** Things are such that it cannot be done; the message is the sentence that the caller reads. */
public final class ConflictException extends RuntimeException {

  public ConflictException(String why) {
    super(why);
  }
}
