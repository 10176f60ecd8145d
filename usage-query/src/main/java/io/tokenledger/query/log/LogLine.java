package io.tokenledger.query.log;

import io.tokenledger.events.Money;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.http.Told;
import io.tokenledger.service.trace.TraceParent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One event in the answer of {@code …/analytics/details}; what it did not tell is null. */
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
    Map<String, Object> metadata) {

  public static LogLine of(LogEntry entry) {
    TokenCounts tokens = entry.tokens();
    return new LogLine(
        entry.eventId(),
        entry.occurredAt(),
        Told.of(entry.userId()),
        entry.provider(),
        entry.modelName(),
        entry.feature(),
        Told.of(entry.activity()),
        Told.of(entry.category()),
        tokens.input(),
        tokens.output(),
        tokens.count(TokenClass.CACHE_READ),
        tokens.count(TokenClass.CACHE_WRITE),
        tokens.count(TokenClass.CACHE_WRITE_1H),
        tokens.count(TokenClass.AUDIO_INPUT),
        tokens.count(TokenClass.REASONING),
        tokens.count(TokenClass.AUDIO_OUTPUT),
        tokens.embedding(),
        tokens.total(),
        entry.requestCount(),
        Money.microsFromNanos(BigDecimal.valueOf(entry.costNanos())),
        Money.usdFromNanos(entry.costNanos()).toPlainString(),
        entry.costStatus(),
        Told.of(entry.priceVersion()),
        entry.durationMs(),
        entry.timeToFirstTokenMs(),
        entry.success(),
        Told.of(entry.errorMessage()),
        Told.of(entry.conversationId()),
        Told.of(entry.messageId()),
        entry.serviceTier(),
        entry.usageSource(),
        entry.traceParent().map(TraceParent::traceId),
        entry.metadata());
  }
}
