package io.tokenledger.local.backfill.source;

/** Whether a place in a record of CSV is within quotes, by RFC 4180. */
final class Quotes {

  private static final byte QUOTE = '"';

  private final byte delimiter;
  private byte before;
  private boolean open;
  private boolean justClosed;

  Quotes(char delimiter) {
    this.delimiter = (byte) delimiter;
    reset();
  }

  /**
   * A quote opens at the beginning of a field only, or right after it closed: then it is doubled.
   */
  void pass(byte next) {
    boolean opens = next == QUOTE && !open && (before == delimiter || justClosed);
    justClosed = next == QUOTE && open;
    open = opens || open && !justClosed;
    before = next;
  }

  boolean areOpen() {
    return open;
  }

  /** At the beginning of a record. */
  void reset() {
    before = delimiter;
    open = false;
    justClosed = false;
  }
}
