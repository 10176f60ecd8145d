package io.tokenledger.query.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One event, as the log and the exports show it; what it did not tell is null.
 *
 * @param estimatedCostMicros in micro-dollars, rounded half to even
 * @param costUsd in dollars, nine decimals; 0 when {@code costStatus} is {@code unpriced}
 */
public record LogLine(
    String eventId,
    Instant occurredAt,
    Optional<String> userId,
    String provider,
    String modelName,
    String feature,
    Optional<String> activity,
    Optional<String> category,
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long cacheWrite1hTokens,
    long audioInputTokens,
    long reasoningTokens,
    long audioOutputTokens,
    long embeddingTokens,
    long totalTokens,
    long requestCount,
    long estimatedCostMicros,
    String costUsd,
    String costStatus,
    Optional<String> priceVersion,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    boolean success,
    Optional<String> errorMessage,
    Optional<String> conversationId,
    Optional<String> messageId,
    String serviceTier,
    String usageSource,
    Optional<String> traceId,
    Map<String, Object> metadata) {}
