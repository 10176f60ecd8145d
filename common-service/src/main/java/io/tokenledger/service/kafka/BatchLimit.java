package io.tokenledger.service.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many messages a lane takes on at once: as many as it may, and half of what failed after each
 * failure until it gets past, so that it never does the same work for ever. A message that fails
 * alone, again and again, is stuck. Messages that failed together are in doubt until as many are
 * passed. Outlives the clients of the lane, which are made anew after a failure.
 */
final class BatchLimit {

  static final int TRIES_ALONE = 3;

  private final int most;
  private int records;
  private int inDoubt;
  private Place alone = new Place(-1, -1);
  private int failuresAlone;
  private RuntimeException lastFailure;

  BatchLimit(int most) {
    this.most = most;
    this.records = most;
  }

  int records() {
    return records;
  }

  /** Whether messages are to be kept until they are handled, so that fewer can be tried. */
  boolean isCareful() {
    return inDoubt > 0 || records < most;
  }

  /** What was taken on is done: twice as much may come next. */
  void passed(int messages) {
    inDoubt = Math.max(0, inDoubt - messages);
    records = (int) Math.min(most, 2L * records);
    failuresAlone = 0;
  }

  /**
   * @param taken how many messages failed together
   */
  void failed(int taken, RuntimeException failure) {
    records = Math.max(1, Math.min(records, taken) / 2);
    failuresAlone = 0;
    lastFailure = failure;
    doubt(taken);
  }

  /** They are to be handled again, and not as they were. */
  void doubt(int messages) {
    inDoubt = Math.max(inDoubt, messages);
  }

  void failedAlone(ConsumerRecord<?, ?> message, RuntimeException failure) {
    Place place = Place.of(message);
    failuresAlone = place.equals(alone) ? failuresAlone + 1 : 1;
    alone = place;
    records = 1;
    lastFailure = failure;
  }

  boolean isStuck(ConsumerRecord<?, ?> message) {
    return failuresAlone >= TRIES_ALONE && Place.of(message).equals(alone);
  }

  RuntimeException lastFailure() {
    return lastFailure;
  }

  private record Place(int partition, long offset) {
    static Place of(ConsumerRecord<?, ?> message) {
      return new Place(message.partition(), message.offset());
    }
  }
}
