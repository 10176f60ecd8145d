package io.tokenledger.prices.sync.feed;

/** Prices of some hours whose hours are not understood: when they hold is not to be guessed. */
final class UnreadableHoursException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
