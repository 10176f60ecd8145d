package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What a lane has folded, and for how long more. */
final class LaneFold {

  private final FoldingBatches batches;
  private final LaneWindow window;

  private LaneFold(FoldingBatches batches) {
    this.batches = batches;
    this.window = new LaneWindow(batches.window());
  }

  /** Of a service that folds. */
  static Optional<LaneFold> of(TopicBatches batches) {
    return batches instanceof FoldingBatches folding
        ? Optional.of(new LaneFold(folding))
        : Optional.empty();
  }

  boolean mayFold() {
    return batches.mayFold();
  }

  boolean isEmpty() {
    return !window.isOpen();
  }

  int messages() {
    return window.messages();
  }

  Duration wait(Duration most) {
    return window.wait(most, System.nanoTime());
  }

  void take(UUID topicId, ConsumerRecords<byte[], byte[]> polled) {
    if (!polled.nextOffsets().isEmpty()) {
      window.took(polled, System.nanoTime(), System.currentTimeMillis());
      batches.fold(topicId, polled);
    }
  }

  boolean isOver() {
    return batches.isFull() || window.isOver(System.nanoTime());
  }

  /**
   * @return false when what was folded is to be read again
   */
  boolean flush(Consumer<byte[], byte[]> consumer) {
    long began = System.nanoTime();
    boolean holds = batches.flush(consumer);
    window.flushed(Duration.ofNanos(System.nanoTime() - began));
    return holds;
  }

  /** The service throws it away. */
  void forget() {
    window.close();
  }
}
