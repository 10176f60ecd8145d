package io.tokenledger.service.kafka;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What a service does with the batches of a {@link TopicLane}: one for each lane, called by its
 * thread alone and with its consumer. What fails closes the lane, and it begins at {@link #startOf}
 * again.
 */
public interface TopicBatches extends AutoCloseable {

  /**
   * Says at which offset partitions begin that were just assigned, or whose positions are not on
   * the topic. A partition that is not in the answer begins at its beginning.
   *
   * @param topicId the topic's incarnation
   */
  Map<TopicPartition, Long> startOf(
      UUID topicId, Set<TopicPartition> assigned, Consumer<byte[], byte[]> consumer);

  /**
   * Handles a batch to its end.
   *
   * @param topicId the incarnation of the topic that the batch is of
   * @return false when there was nothing to handle
   */
  boolean handle(
      UUID topicId, ConsumerRecords<byte[], byte[]> batch, Consumer<byte[], byte[]> consumer);

  /**
   * Gets past a message that failed alone, several times and by its own fault: says so loudly, and
   * keeps what it can of it.
   *
   * @param batch the one message
   * @param failure what it failed with the last time
   */
  void setAside(
      UUID topicId,
      ConsumerRecords<byte[], byte[]> batch,
      RuntimeException failure,
      Consumer<byte[], byte[]> consumer);

  /** Is called when partitions are taken away, in a poll: no batch is under way then. */
  default void revoked() {}

  @Override
  default void close() {}

  /** Makes those of one lane. */
  interface Factory {

    /**
     * @param lane its number, from 0
     */
    TopicBatches open(int lane);
  }
}
