package io.tokenledger.query;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The usage of one org, day, provider, model and feature. */
public record DailyUsage(
    String orgId,
    LocalDate date,
    String provider,
    String modelName,
    String feature,
    long requestCount,
    long errorCount,
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long reasoningTokens,
    long embeddingTokens,
    BigDecimal costNanos,
    long unpricedRequests) {

  public long totalTokens() {
    return inputTokens + outputTokens + embeddingTokens;
  }
}
