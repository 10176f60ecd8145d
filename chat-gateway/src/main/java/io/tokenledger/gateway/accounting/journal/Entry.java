package io.tokenledger.gateway.accounting.journal;

import io.tokenledger.service.journal.JournaledEvent;

/**
 * A record of the journal, read.
 *
 * @param position of its first byte
 */
public record Entry(long position, Kind kind, JournaledEvent event) {

  /** What a record says of its call. */
  public enum Kind {
    /** It goes out; with the event to send if nothing else follows. */
    OPEN(1),
    /** It has ended; with the event to send. */
    USAGE(2),
    /** It has no event. */
    VOIDED(3);

    private final byte type;

    Kind(int type) {
      this.type = (byte) type;
    }

    byte type() {
      return type;
    }

    static Kind of(byte type) {
      for (Kind kind : values()) {
        if (kind.type == type) {
          return kind;
        }
      }
      throw new IllegalStateException("A newer gateway wrote journal records of type " + type);
    }
  }
}
