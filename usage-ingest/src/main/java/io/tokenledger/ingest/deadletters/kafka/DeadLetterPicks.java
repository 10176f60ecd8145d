package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterCursor.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads single dead letters, partition by partition in the order of their offsets. */
final class DeadLetterPicks {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** A letter this near ahead is read up to; one farther away is sought. */
  private static final int NEAR = 200;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Range> kept;
  private final long deadline = System.nanoTime() + LONGEST.toNanos();

  DeadLetterPicks(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Range> kept) {
    this.consumer = consumer;
    this.kept = kept;
  }

  /**
   * Passes over ids that name no letter.
   *
   * @throws TimeoutException when there is no time left and letters have not been read
   */
  void read(Set<LetterId> ids, Consumer<KeptLetter> reader) {
    kept.forEach(
        (partition, range) -> {
          TreeSet<Long> offsets = offsetsIn(ids, partition, range);
          if (!offsets.isEmpty()) {
            read(partition, offsets, reader);
          }
        });
  }

  private void read(TopicPartition partition, TreeSet<Long> offsets, Consumer<KeptLetter> reader) {
    consumer.assign(List.of(partition));
    Long next = offsets.first();
    consumer.seek(partition, next);
    while (next != null) {
      requireTime();
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        if (offsets.contains(each.offset())) {
          reader.accept(KeptLetters.fromRecord(each));
        }
      }
      next = offsets.ceiling(consumer.position(partition));
      if (next != null && next - consumer.position(partition) > NEAR) {
        consumer.seek(partition, next);
      }
    }
  }

  private void requireTime() {
    if (System.nanoTime() - deadline >= 0) {
      throw new TimeoutException("Kafka did not give every dead letter within " + LONGEST);
    }
  }

  private static TreeSet<Long> offsetsIn(Set<LetterId> ids, TopicPartition partition, Range range) {
    return ids.stream()
        .filter(id -> id.partition() == partition.partition())
        .map(LetterId::offset)
        .filter(offset -> offset >= range.next() && offset < range.end())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
