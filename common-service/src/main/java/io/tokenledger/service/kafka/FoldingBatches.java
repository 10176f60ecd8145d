package io.tokenledger.service.kafka;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Batches of which the messages need not be kept until they are handled: a lane folds what comes
 * into something smaller, and flushes it when its window is over. Where that may not be, and after
 * a failure until what failed is passed, it keeps messages and has them handled as any other.
 *
 * <p>What is folded is thrown away, and its messages are read again, when partitions are
 * {@linkplain #revoked taken away} or {@linkplain #startOf begin anew}, and with the lane when
 * anything fails.
 */
public interface FoldingBatches extends TopicBatches {

  /** How long a window lasts. */
  Window window();

  /** Whether what comes next may be folded. If it may not, nothing is folded. */
  boolean mayFold();

  /** Takes in what a poll gave, of which there may be offsets alone. */
  void fold(UUID topicId, ConsumerRecords<byte[], byte[]> polled);

  /** Whether a flush is due, however short the window is. */
  boolean isFull();

  /**
   * Handles what is folded to its end; nothing is folded then.
   *
   * @return false when it does not hold any more, so that its messages are to be read again from
   *     {@link #startOf}, and handled without being folded
   */
  boolean flush(Consumer<byte[], byte[]> consumer);

  /**
   * A window lasts as long as the last flush took, and as long as the lane lags, less a second: the
   * more there is to do, the fewer results are written.
   *
   * @param shortest of a stream that is busy; one that is quiet is flushed at once
   */
  record Window(Duration shortest, Duration longest) {}
}
