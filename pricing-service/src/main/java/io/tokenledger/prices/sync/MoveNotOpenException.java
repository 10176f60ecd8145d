package io.tokenledger.prices.sync;

/** A move can no longer be decided; the message says why. */
public final class MoveNotOpenException extends RuntimeException {

  public MoveNotOpenException(String detail) {
    super(detail);
  }
}
