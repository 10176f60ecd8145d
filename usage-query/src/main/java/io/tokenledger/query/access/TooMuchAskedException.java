package io.tokenledger.query.access;

/** More is asked for than is answered; the message is the sentence that the caller reads. */
public final class TooMuchAskedException extends RuntimeException {

  public TooMuchAskedException(String why) {
    super(why);
  }
}
