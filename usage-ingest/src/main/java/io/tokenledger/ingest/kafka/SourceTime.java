package io.tokenledger.ingest.kafka;

import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What the messages made of a batch have as their time: that of the newest message of the batch. So
 * whoever reads them knows how late a figure already is, and not only how late it is itself.
 */
final class SourceTime {

  /**
   * Kafka deletes messages by their time. What waited for days on {@code usage.events} is not to be
   * deleted from the next topic before it is read there.
   */
  static final long OLDEST_MS = 3_600_000;

  private SourceTime() {}

  /**
   * @param batch not empty
   * @param now in milliseconds since 1970
   * @return never later than now: Kafka refuses messages from the future, and who sent the events
   *     may have a wrong clock
   */
  static long of(ConsumerRecords<?, ?> batch, long now) {
    long newest =
        StreamSupport.stream(batch.spliterator(), false)
            .mapToLong(ConsumerRecord::timestamp)
            .max()
            .orElse(now);
    return Math.min(now, Math.max(newest, now - OLDEST_MS));
  }
}
