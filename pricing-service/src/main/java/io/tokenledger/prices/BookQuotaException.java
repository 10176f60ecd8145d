package io.tokenledger.prices;

/** An org may not record another entry of the book: not any more, or not so soon. */
public final class BookQuotaException extends RuntimeException {

  private final boolean passes;

  /**
   * @param passes whether it may in a minute
   */
  public BookQuotaException(String detail, boolean passes) {
    super(detail);
    this.passes = passes;
  }

  public boolean passes() {
    return passes;
  }
}
