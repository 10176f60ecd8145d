package io.tokenledger.query;

import java.math.BigDecimal;
import java.time.Instant;

/** The usage of one conversation, as far as the caller may see it. */
public record ConversationUsage(
    String conversationId,
    long requestCount,
    long inputTokens,
    long outputTokens,
    long embeddingTokens,
    BigDecimal costNanos,
    Latency latency,
    Instant lastMessageAt) {

  public long totalTokens() {
    return inputTokens + outputTokens + embeddingTokens;
  }
}
