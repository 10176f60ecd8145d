package io.tokenledger.gateway.chat.http;

import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.gateway.chat.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation without its messages.
 *
 * @param title null where it has none; likewise what follows
 * @param updatedAt when it was last written to, or its settings changed
 */
record ConversationAnswer(
    UUID id,
    String orgId,
    Optional<String> title,
    Optional<String> systemPrompt,
    Optional<String> model,
    Optional<BigDecimal> temperature,
    Optional<BigDecimal> topP,
    int messageCount,
    Instant createdAt,
    Instant updatedAt) {

  static ConversationAnswer of(Conversation conversation) {
    Settings settings = conversation.settings();
    return new ConversationAnswer(
        conversation.id(),
        conversation.orgId(),
        settings.title(),
        settings.systemPrompt(),
        settings.model(),
        settings.temperature(),
        settings.topP(),
        conversation.messageCount(),
        conversation.createdAt(),
        conversation.updatedAt());
  }
}
