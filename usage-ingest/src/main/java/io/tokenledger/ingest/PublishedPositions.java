package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * Up to where the topic is known to be published, kept beside the raw events. Kafka's committed
 * offsets say the same, but can expire or be moved back; read again from there, events of long ago
 * would look like ours from before a crash and be published a second time.
 */
public interface PublishedPositions {

  /** By partition; absent for one never read. */
  Uni<Map<Integer, Long>> of(UUID topicId);

  /** Everything below these offsets is published. A position never goes down. */
  Uni<Void> raise(TopicPositions publishedBelow);
}
