package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterQuery;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads dead letters in the order of their times. Partitions are merged: the next letter is taken
 * when the head of each is known. At most a few letters of each partition are in memory.
 */
final class DeadLetterScan {

  private static final Duration POLL = Duration.ofMillis(100);

  /** After it the scan ends where it is; a cursor goes on from there. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, UnreadLetters> unread;
  private final long deadline = System.nanoTime() + LONGEST.toNanos();

  DeadLetterScan(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, LetterCursor.Range> ranges) {
    this.consumer = consumer;
    this.unread = new HashMap<>();
    consumer.assign(ranges.keySet());
    ranges.forEach(
        (partition, range) -> {
          consumer.seek(partition, range.next());
          unread.put(partition, new UnreadLetters(range.next(), range.end()));
        });
  }

  /**
   * @param maxBytes ends the scan with the letter that reaches it
   * @return where to go on
   * @throws TimeoutException when Kafka gives nothing at all
   */
  Optional<LetterCursor> read(LetterQuery query, long maxBytes, Consumer<KeptLetter> reader) {
    LetterCursor start = rest();
    int letters = 0;
    long bytes = 0;
    // Fetching goes first: behind the last letter there may only be marks of transactions.
    while (fetchHeads() && letters < query.limit() && bytes < maxBytes) {
      KeptLetter oldest = takeOldest();
      if (query.matches(oldest)) {
        reader.accept(oldest);
        letters++;
        bytes += oldest.value() == null ? 0 : oldest.value().length;
      }
    }
    LetterCursor rest = rest();
    if (isOver() && rest.equals(start)) {
      throw new TimeoutException("Kafka gave no dead letter within " + LONGEST);
    }
    return rest.unread().isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  /** True when the oldest letter is known; false when there is none left, or no time. */
  private boolean fetchHeads() {
    Collection<TopicPartition> lacking = lacking();
    while (!lacking.isEmpty() && !isOver()) {
      consumer.pause(unread.keySet());
      consumer.resume(lacking);
      consumer
          .poll(POLL)
          .forEach(
              each -> unread.get(new TopicPartition(each.topic(), each.partition())).add(each));
      lacking = lacking();
    }
    return !isOver() && unread.values().stream().anyMatch(UnreadLetters::hasFetched);
  }

  private Collection<TopicPartition> lacking() {
    unread.forEach((partition, letters) -> letters.passTo(consumer.position(partition)));
    return unread.entrySet().stream()
        .filter(each -> !each.getValue().hasFetched() && !each.getValue().isRead())
        .map(Map.Entry::getKey)
        .toList();
  }

  private KeptLetter takeOldest() {
    UnreadLetters holder =
        unread.values().stream()
            .filter(UnreadLetters::hasFetched)
            .min(Comparator.comparingLong((UnreadLetters each) -> each.head().timestamp()))
            .orElseThrow();
    return KeptLetters.fromRecord(holder.take());
  }

  private LetterCursor rest() {
    return new LetterCursor(
        unread.entrySet().stream()
            .filter(each -> !each.getValue().isRead())
            .collect(
                Collectors.toMap(
                    each -> each.getKey().partition(), each -> each.getValue().rest())));
  }

  private boolean isOver() {
    return System.nanoTime() - deadline >= 0;
  }
}
