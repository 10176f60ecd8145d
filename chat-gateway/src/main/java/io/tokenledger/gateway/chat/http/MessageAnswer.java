package io.tokenledger.gateway.chat.http;

import io.tokenledger.events.Money;
import io.tokenledger.gateway.chat.AnswerUsage;
import io.tokenledger.gateway.chat.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A question, or an answer.
 *
 * @param conversationId null in the playground
 * @param eventId of the event in the ledger; null for a question
 * @param usage null where the provider told none: the ledger has an estimate
 * @param error why there is no answer, or a part of one only
 */
record MessageAnswer(
    UUID id,
    Optional<UUID> conversationId,
    Message.Role role,
    String content,
    Message.State state,
    Optional<String> model,
    Optional<String> eventId,
    Optional<Usage> usage,
    Optional<String> finishReason,
    Optional<String> error,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    Instant createdAt) {

  /**
   * Tokens, and their cost.
   *
   * @param estimatedCostMicros in micro-dollars, rounded half to even; null without a price
   * @param costUsd exact, nine decimals; null without a price
   */
  record Usage(
      long promptTokens,
      long completionTokens,
      long totalTokens,
      OptionalLong estimatedCostMicros,
      Optional<String> costUsd) {

    static Usage of(AnswerUsage usage) {
      OptionalLong nanos = usage.costNanos();
      Optional<BigDecimal> cost =
          nanos.isPresent() ? Optional.of(BigDecimal.valueOf(nanos.getAsLong())) : Optional.empty();
      return new Usage(
          usage.promptTokens(),
          usage.completionTokens(),
          usage.totalTokens(),
          cost.map(exact -> OptionalLong.of(Money.microsFromNanos(exact)))
              .orElse(OptionalLong.empty()),
          cost.map(Money::usdTextFromNanos));
    }
  }

  static MessageAnswer of(Message message) {
    return new MessageAnswer(
        message.id(),
        message.conversationId(),
        message.role(),
        message.content(),
        message.state(),
        message.model(),
        message.eventId(),
        message.usage().map(Usage::of),
        message.finishReason(),
        message.error(),
        message.durationMs(),
        message.timeToFirstTokenMs(),
        message.createdAt());
  }
}
