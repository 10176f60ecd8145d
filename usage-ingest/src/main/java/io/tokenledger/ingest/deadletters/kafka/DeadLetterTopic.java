package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.events.Topics;
import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterCursor.Range;
import io.tokenledger.ingest.deadletters.LetterQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** {@code usage.events.dlq} as it is when it is opened: what comes later is not read. */
final class DeadLetterTopic {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Range> kept = new HashMap<>();

  DeadLetterTopic(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach((partition, end) -> kept.put(partition, new Range(begins.get(partition), end)));
  }

  Optional<LetterCursor> scan(LetterQuery query, long maxBytes, Consumer<KeptLetter> reader) {
    Map<TopicPartition, Range> ranges =
        query.cursor().map(this::rangesOf).orElseGet(() -> rangesFrom(query));
    return new DeadLetterScan(consumer, ranges).read(query, maxBytes, reader);
  }

  /** Single letters; never more to go on with. */
  Optional<LetterCursor> read(Set<LetterId> ids, Consumer<KeptLetter> reader) {
    new DeadLetterPicks(consumer, kept).read(ids, reader);
    return Optional.empty();
  }

  /** Never outside of what is kept: letters may have been deleted since the cursor was made. */
  private Map<TopicPartition, Range> rangesOf(LetterCursor cursor) {
    Map<TopicPartition, Range> ranges = new HashMap<>();
    kept.forEach(
        (partition, all) -> {
          Range rest = cursor.unread().get(partition.partition());
          if (rest != null) {
            ranges.put(
                partition,
                new Range(Math.max(all.next(), rest.next()), Math.min(all.end(), rest.end())));
          }
        });
    return notEmpty(ranges);
  }

  private Map<TopicPartition, Range> rangesFrom(LetterQuery query) {
    Map<TopicPartition, Long> times =
        kept.keySet().stream()
            .collect(Collectors.toMap(each -> each, each -> query.from().toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
    Map<TopicPartition, Range> ranges = new HashMap<>();
    kept.forEach(
        (partition, all) -> {
          OffsetAndTimestamp start = starts.get(partition);
          if (start != null) {
            ranges.put(partition, new Range(start.offset(), all.end()));
          }
        });
    return notEmpty(ranges);
  }

  private static Map<TopicPartition, Range> notEmpty(Map<TopicPartition, Range> ranges) {
    ranges.values().removeIf(range -> range.next() >= range.end());
    return ranges;
  }
}
