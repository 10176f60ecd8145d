package io.tokenledger.ingest;

import io.tokenledger.events.recorded.SourcePosition;
import java.util.List;
import java.util.Map;

/**
 * Messages of {@code usage.events} that were read together.
 *
 * @param messages at least one
 * @param readFrom where each of their partitions was read from: everything before is stored and
 *     published
 * @param publishedBelow by partition, what Kafka says is published: it is higher than where the
 *     batch was read from after a crash, and when PostgreSQL has lost what it had
 */
public record UsageBatch(
    List<UsageMessage> messages, TopicPositions readFrom, Map<Integer, Long> publishedBelow) {

  /** Whether what became of the message is on Kafka already; it must not come there again. */
  public boolean isPublished(UsageMessage message) {
    SourcePosition position = message.position();
    return position.offset() < publishedBelow.getOrDefault(position.partition(), 0L);
  }
}
