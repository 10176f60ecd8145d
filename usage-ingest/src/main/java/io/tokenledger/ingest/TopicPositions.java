package io.tokenledger.ingest;

import io.tokenledger.events.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One offset for each of some partitions of a topic.
 *
 * @param topicId the topic's incarnation
 */
public record TopicPositions(UUID topicId, Map<Integer, Long> offsets) {

  /** Where a batch begins. */
  static TopicPositions startOf(List<UsageMessage> batch) {
    return new TopicPositions(
        batch.get(0).position().topicId(),
        batch.stream()
            .map(UsageMessage::position)
            .collect(
                Collectors.toMap(SourcePosition::partition, SourcePosition::offset, Math::min)));
  }
}
