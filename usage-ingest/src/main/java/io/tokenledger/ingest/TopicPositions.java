package io.tokenledger.ingest;

import java.util.Map;
import java.util.UUID;

/**
 * One offset for each of some partitions of {@code usage.events}.
 *
 * @param source the {@link SourceEpochs epoch} that the offsets are of
 */
public record TopicPositions(UUID source, Map<Integer, Long> offsets) {}
