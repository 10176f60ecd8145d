package io.tokenledger.ingest.kafka;

import io.tokenledger.ingest.TopicPositions;
import io.tokenledger.ingest.UsageBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a lane stand, in PostgreSQL and on Kafka. */
final class LanePositions {

  private final Map<Integer, Long> readFrom = new HashMap<>();
  private final Map<Integer, Long> publishedBelow = new HashMap<>();
  private final Map<Integer, Long> noted = new HashMap<>();
  private UUID source;

  /** The lane goes on in this epoch. */
  void goOnIn(UUID epoch) {
    source = epoch;
  }

  void begin(int partition, PartitionStart start) {
    readFrom.put(partition, start.readFrom());
    publishedBelow.put(partition, start.publishedBelow());
    noted.put(partition, start.noted().orElse(0));
  }

  UsageBatch batchOf(ConsumerRecords<byte[], byte[]> records) {
    Map<Integer, Long> from = new HashMap<>(readFrom);
    from.keySet().retainAll(records.partitions().stream().map(TopicPartition::partition).toList());
    return new UsageBatch(
        UsageMessages.fromRecords(source, records),
        new TopicPositions(source, from, Map.copyOf(noted)),
        Map.copyOf(publishedBelow));
  }

  /** What is committed to Kafka with the batch: never less than it has. */
  Map<TopicPartition, OffsetAndMetadata> commitsOf(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>(records.nextOffsets());
    commits.replaceAll(
        (partition, next) -> {
          long published = publishedBelow.getOrDefault(partition.partition(), 0L);
          return next.offset() < published ? new OffsetAndMetadata(published) : next;
        });
    return commits;
  }

  /**
   * The batch is stored and published.
   *
   * @return where its partitions stand now
   */
  TopicPositions passed(ConsumerRecords<byte[], byte[]> records) {
    Map<Integer, Long> next = new HashMap<>();
    records.nextOffsets().forEach((of, offset) -> next.put(of.partition(), offset.offset()));
    next.keySet().forEach(partition -> noted.put(partition, readFrom.get(partition)));
    readFrom.putAll(next);
    return new TopicPositions(source, next, Map.copyOf(noted));
  }

  /** Where everything that the lane has read is stored and published. */
  TopicPositions all() {
    return new TopicPositions(source, Map.copyOf(readFrom), Map.copyOf(noted));
  }

  /** The database knows {@link #all}. */
  void noted() {
    noted.putAll(readFrom);
  }

  /** What is in the database must be what the lane had it note, or more. */
  void require(Map<Integer, Long> stored) {
    noted.forEach(
        (partition, offset) -> {
          if (stored.getOrDefault(partition, 0L) < offset) {
            throw new IllegalStateException(
                "The database has lost commits: it stands at %s, not at %s"
                    .formatted(stored, noted));
          }
        });
  }

  UUID source() {
    return source;
  }

  void clear() {
    noted.clear();
    readFrom.clear();
    publishedBelow.clear();
  }
}
