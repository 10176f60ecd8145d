package io.tokenledger.events.recorded;

import io.tokenledger.events.Topics;
import java.util.UUID;

/**
 * Where a message stands on {@link Topics#USAGE_EVENTS}. The topic's id, not its name: a recreated
 * topic starts at offset 0 again, and its messages are not those of its predecessor.
 */
public record SourcePosition(UUID topicId, int partition, long offset) {}
