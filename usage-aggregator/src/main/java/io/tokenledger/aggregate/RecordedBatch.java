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
 * @param known by partition, what was stored when it was read: if it is not any more, the database
 *     has lost commits
 */
public record RecordedBatch(
    UUID topicId,
    List<Message> messages,
    Map<Integer, Long> nextOffsets,
    Map<Integer, Position> known) {

  /** Nothing is known of what was stored before. */
  public RecordedBatch(UUID topicId, List<Message> messages, Map<Integer, Long> nextOffsets) {
    this(topicId, messages, nextOffsets, Map.of());
  }

  /** The same, by a lane that knows what is stored. */
  public RecordedBatch by(LanePositions lane) {
    return new RecordedBatch(topicId, messages, nextOffsets, lane.stored());
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
  Map<Integer, Position> positionsAfter(Map<Integer, Position> positions) {
    Map<Integer, Position> after = new HashMap<>();
    nextOffsets.forEach(
        (partition, next) ->
            after.put(
                partition, new Position(Math.max(positions.get(partition).counted(), next), next)));
    return after;
  }

  /** One message and where it stands. */
  public record Message(int partition, long offset, Recorded recorded) {}
}
