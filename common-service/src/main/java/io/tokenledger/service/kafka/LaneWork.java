package io.tokenledger.service.kafka;

/**
 * What a {@link Lane} does again and again on its one thread, with the Kafka clients it owns. After
 * a failure it is closed and made anew, so that no client in an undefined state is used again.
 */
interface LaneWork extends AutoCloseable {

  /** Polls once and handles what came; returns in bounded time when nothing comes. */
  Progress step();

  @Override
  void close();

  /** What a step says about whether the work works. */
  enum Progress {
    /** Nothing: the lane has not been told its partitions yet. */
    WAITING,
    /** The lane knows its partitions, and nothing came. */
    QUIET,
    /** What came was handled. */
    HANDLED
  }

  /** Opens the clients. */
  interface Factory {
    LaneWork open();
  }
}
