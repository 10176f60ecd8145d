package io.tokenledger.aggregate.reconcile;

import java.util.UUID;

/**
 * The topic {@code usage.recorded} at one moment.
 *
 * @param id its incarnation
 */
record RecordedTopic(UUID id, int partitions) {}
