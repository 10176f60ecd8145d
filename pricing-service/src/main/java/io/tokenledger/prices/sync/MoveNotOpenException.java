package io.tokenledger.prices.sync;

/** A move can no longer be decided; the message says why. */
public final class MoveNotOpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MoveNotOpenException(String detail) {
    super(detail);
  }
}
