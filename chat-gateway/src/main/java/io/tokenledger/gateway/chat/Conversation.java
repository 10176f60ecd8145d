package io.tokenledger.gateway.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation of one user in one org.
 *
 * @param messageCount questions and answers
 * @param updatedAt when it was last written to, or its settings changed
 */
public record Conversation(
    UUID id,
    String orgId,
    Settings settings,
    int messageCount,
    Instant createdAt,
    Instant updatedAt) {}
