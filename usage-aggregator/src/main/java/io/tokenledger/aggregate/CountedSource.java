package io.tokenledger.aggregate;

import java.util.UUID;

/**
 * An org's events from one partition of {@code usage.events}. They are counted in the order of
 * their offsets there, so that one number tells which of them the rollups hold.
 *
 * @param topicId the incarnation of {@code usage.events}
 */
public record CountedSource(String orgId, UUID topicId, int partition) {}
