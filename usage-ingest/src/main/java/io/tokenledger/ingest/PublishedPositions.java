package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * Up to where everything is stored and published, kept beside the raw events. Batches are read from
 * here, and not from Kafka's committed offsets: these may be ahead, when PostgreSQL has lost its
 * last commits, and what lies between is then stored again.
 */
public interface PublishedPositions {

  /** By partition; absent for one never read. */
  Uni<Map<Integer, Long>> of(UUID source);

  /**
   * Everything below these offsets is stored and published. A position never goes down. Fails when
   * the epoch is over, and when what was noted before is not there.
   */
  Uni<Void> raise(TopicPositions publishedBelow);
}
