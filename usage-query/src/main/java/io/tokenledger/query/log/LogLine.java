package io.tokenledger.query.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.sums.http.TokenFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One event, as the log and the exports show it; what it did not tell is null.
 *
 * @param revision of the event; the highest counts
 * @param voided the call did not happen, and counts nothing
 * @param units what is not tokens, by unit
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
    @JsonUnwrapped TokenFields tokens,
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
    String speed,
    Optional<String> inferenceGeo,
    Map<String, BigDecimal> units,
    String usageSource,
    long revision,
    boolean voided,
    Optional<String> traceId,
    Map<String, Object> metadata) {}
