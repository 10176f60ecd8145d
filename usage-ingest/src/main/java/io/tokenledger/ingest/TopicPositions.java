package io.tokenledger.ingest;

import java.util.Map;
import java.util.UUID;

/**
 * One offset for each of some partitions of {@code usage.events}.
 *
 * @param source the {@link SourceEpochs epoch} that the offsets are of
 * @param notedBefore by partition, what the database was told before: if it does not know it any
 *     more, it has lost commits
 */
public record TopicPositions(
    UUID source, Map<Integer, Long> offsets, Map<Integer, Long> notedBefore) {

  /** Nothing was noted before. */
  public TopicPositions(UUID source, Map<Integer, Long> offsets) {
    this(source, offsets, Map.of());
  }
}
