package io.tokenledger.query.access;

/** As much runs at once as may; the message is the sentence that the caller reads. */
public final class TooBusyException extends RuntimeException {

  private final boolean byCaller;

  private TooBusyException(boolean byCaller, String why) {
    super(why);
    this.byCaller = byCaller;
  }

  /** It is what the caller's own org asks for, which has its share. */
  public static TooBusyException byCaller(String why) {
    return new TooBusyException(true, why);
  }

  /** It is what all ask for together. */
  public static TooBusyException byAll(String why) {
    return new TooBusyException(false, why);
  }

  public boolean isByCaller() {
    return byCaller;
  }
}
