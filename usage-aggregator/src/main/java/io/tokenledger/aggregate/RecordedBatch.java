package io.tokenledger.aggregate;

import io.tokenledger.events.recorded.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A batch read from {@code usage.recorded}.
 *
 * @param topicId the topic's incarnation
 * @param nextOffsets by partition, the offset to go on from after this batch
 * @param countedBelow by partition, what was counted when it was read: if it is not any more, the
 *     database has lost commits
 */
public record RecordedBatch(
    UUID topicId,
    List<Message> messages,
    Map<Integer, Long> nextOffsets,
    Map<Integer, Long> countedBelow) {

  /** Nothing is known of what was counted before. */
  public RecordedBatch(UUID topicId, List<Message> messages, Map<Integer, Long> nextOffsets) {
    this(topicId, messages, nextOffsets, Map.of());
  }

  /**
   * @param positions as they are stored
   * @throws IllegalStateException when they are lower than they were: what lies between must be
   *     read again first
   */
  public void requireCounted(Map<Integer, Long> positions) {
    requireCounted(positions, countedBelow);
  }

  static void requireCounted(Map<Integer, Long> positions, Map<Integer, Long> countedBelow) {
    positions.forEach(
        (partition, position) -> {
          if (position < countedBelow.getOrDefault(partition, 0L)) {
            throw new IllegalStateException(
                "The database has lost commits: it counts to %s, not to %s"
                    .formatted(positions, countedBelow));
          }
        });
  }

  Set<Integer> partitions() {
    return nextOffsets.keySet();
  }

  /** Of partitions that are counted up to a position, what stands below it. */
  List<Recorded> below(Map<Integer, Long> positions) {
    return messages.stream()
        .filter(message -> isBelow(message, positions))
        .map(Message::recorded)
        .toList();
  }

  /** The rest, and of what stands below the positions that which is not counted all the same. */
  List<Recorded> uncounted(Map<Integer, Long> positions, Predicate<Recorded> isCounted) {
    return messages.stream()
        .filter(message -> !isBelow(message, positions) || !isCounted.test(message.recorded()))
        .map(Message::recorded)
        .toList();
  }

  private static boolean isBelow(Message message, Map<Integer, Long> positions) {
    return message.offset() < positions.get(message.partition());
  }

  /** Where the partitions stand once the batch is counted; a position never goes down. */
  Map<Integer, Long> positionsAfter(Map<Integer, Long> positions) {
    Map<Integer, Long> after = new HashMap<>(positions);
    nextOffsets.forEach((partition, next) -> after.merge(partition, next, Math::max));
    return after;
  }

  /** One message and where it stands. */
  public record Message(int partition, long offset, Recorded recorded) {}
}
