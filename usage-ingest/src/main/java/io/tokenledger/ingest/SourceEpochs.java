package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * The histories of {@code usage.events} that source positions are of. When Kafka comes back with
 * less than was read of it, new messages take the offsets of lost ones: their positions are of a
 * new epoch then, so that none is taken for another.
 */
public interface SourceEpochs {

  /** The one that goes on. A topic that was not met before begins its first, named by its id. */
  Uni<UUID> currentOf(UUID topicId);

  /**
   * Begins a new one. Batches of the old one fail from then on.
   *
   * @param over the epoch that cannot go on; if it is over already, its successor does
   * @param publishedBelow by partition, where the new one begins; at its beginning where absent
   * @return the epoch that goes on
   */
  Uni<UUID> begin(UUID topicId, UUID over, Map<Integer, Long> publishedBelow, String why);
}
