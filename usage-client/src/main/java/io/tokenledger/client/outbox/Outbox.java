package io.tokenledger.client.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A queue of events with a bound. Any thread appends, one takes. */
public interface Outbox extends AutoCloseable {

  /**
   * Keeps an event; never blocks, and never throws.
   *
   * @param event must not be changed afterwards
   * @param outcome told once, from any thread, whether it was kept; must be quick
   */
  void append(byte[] event, Consumer<Kept> outcome);

  /**
   * The next ones that are not settled; the same ones again until they are.
   *
   * @param maxBytes of all of them, unless the first alone is larger
   */
  List<Entry> next(int maxEvents, int maxBytes);

  /** They are done with: the first of what {@link #next} gave. */
  void settle(List<Entry> done);

  /**
   * Waits until all is done with that was appended before.
   *
   * @return false when it was not in time
   */
  boolean awaitSettled(Duration atMost) throws InterruptedException;

  /** Whether all is done with that was ever here. */
  boolean isEmpty();

  @Override
  void close();

  /** What became of an event that was to be kept. */
  enum Kept {
    /** On the disk: it survives the process. */
    ON_DISK,
    IN_MEMORY,
    /** No room. */
    FULL,
    /** The disk fails. */
    BROKEN
  }

  /**
   * @param next of the outbox: where what comes after it begins
   * @param event null for what is no event, and is settled as if it were one
   */
  record Entry(long next, byte[] event) {

    public boolean isEvent() {
      return event != null;
    }
  }
}
