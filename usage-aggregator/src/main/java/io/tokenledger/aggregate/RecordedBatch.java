package io.tokenledger.aggregate;

import io.tokenledger.events.Recorded;
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
 */
public record RecordedBatch(UUID topicId, List<Message> messages, Map<Integer, Long> nextOffsets) {

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
