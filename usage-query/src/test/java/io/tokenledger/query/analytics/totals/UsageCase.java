package io.tokenledger.query.analytics.totals;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** An event as a test makes it up; what the answers should be is computed from these alone. */
record UsageCase(
    String eventId,
    Instant occurredAt,
    String userId,
    String provider,
    String modelName,
    String feature,
    String category,
    String activity,
    Map<String, Object> tags,
    String conversationId,
    long requestCount,
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long reasoningTokens,
    long embeddingTokens,
    long costNanos,
    boolean unpriced,
    OptionalLong durationMs,
    boolean success) {

  /** Known of two calls in three; more was paid for writing in some. */
  OptionalLong cacheSavedNanos() {
    return cacheReadTokens == 0 || unpriced || inputTokens % 3 == 0
        ? OptionalLong.empty()
        : OptionalLong.of((inputTokens % 5 - 1) * cacheReadTokens);
  }
}
