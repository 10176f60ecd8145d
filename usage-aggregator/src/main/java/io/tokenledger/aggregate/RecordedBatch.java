package io.tokenledger.aggregate;

import io.tokenledger.events.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

  /**
   * The fence: of a partition that is counted up to a position, only what is not below it. Offsets
   * of committed messages have gaps, so nothing more can be said about them.
   */
  List<Recorded> notBelow(Map<Integer, Long> positions) {
    return messages.stream()
        .filter(message -> message.offset() >= positions.get(message.partition()))
        .map(Message::recorded)
        .toList();
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
