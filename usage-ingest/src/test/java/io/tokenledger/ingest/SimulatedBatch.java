package io.tokenledger.ingest;

import java.util.List;
import java.util.Map;

/**
 * What one poll gave.
 *
 * @param generation the membership under which it was read
 * @param readUpTo by partition, where it ends
 * @param nextOffsets by partition, what is committed to Kafka with it
 */
record SimulatedBatch(
    int generation,
    List<UsageMessage> messages,
    Map<Integer, Long> readUpTo,
    Map<Integer, Long> nextOffsets) {}
