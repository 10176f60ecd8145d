package io.tokenledger.ingest;

import java.util.List;
import java.util.Map;

/**
 * What one poll gave.
 *
 * @param generation the membership under which it was read
 * @param nextOffsets by partition, where it ends
 */
record SimulatedBatch(
    int generation, List<UsageMessage> messages, Map<Integer, Long> nextOffsets) {}
