package io.tokenledger.query.log;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.service.trace.TraceParent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One event of the detail log; an absent text is the empty string.
 *
 * @param costNanos in nano-dollars; 0 when {@code costStatus} is {@code unpriced}
 */
public record LogEntry(
    LogPosition position,
    String eventId,
    String userId,
    String provider,
    String modelName,
    String feature,
    String activity,
    String category,
    TokenCounts tokens,
    long requestCount,
    long costNanos,
    String costStatus,
    String priceVersion,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    boolean success,
    String errorMessage,
    String conversationId,
    String messageId,
    String serviceTier,
    String usageSource,
    Optional<TraceParent> traceParent,
    Map<String, Object> metadata) {

  public Instant occurredAt() {
    return position.occurredAt();
  }
}
