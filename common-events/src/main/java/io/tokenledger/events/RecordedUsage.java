package io.tokenledger.events;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An accepted event with its cost, as it stands on {@link Topics#USAGE_RECORDED}: what the rollups
 * are made of, and nothing else of the event.
 *
 * @param costNanos in nano-dollars; 0 when {@code costStatus} is unpriced
 * @param priceVersion the price version the cost was computed with; empty when none was
 * @param source where the event came from; absent in messages of early versions. Of one org, the
 *     messages from one partition of {@link Topics#USAGE_EVENTS} stand here in the order of their
 *     source offsets
 * @param adjustment present when this is no new event but a changed cost of one that came before;
 *     counts, cost and {@code source} are empty then, {@code costStatus} and {@code priceVersion}
 *     are the new ones
 */
public record RecordedUsage(
    String eventId,
    String orgId,
    String userId,
    String provider,
    String modelName,
    String feature,
    String activity,
    String category,
    long requestCount,
    TokenCounts tokens,
    OptionalLong durationMs,
    boolean success,
    String conversationId,
    Map<String, String> metadata,
    Instant occurredAt,
    long costNanos,
    CostStatus costStatus,
    String priceVersion,
    Optional<SourcePosition> source,
    Optional<CostAdjustment> adjustment) {

  /** A new event. */
  public RecordedUsage(
      String eventId,
      String orgId,
      String userId,
      String provider,
      String modelName,
      String feature,
      String activity,
      String category,
      long requestCount,
      TokenCounts tokens,
      OptionalLong durationMs,
      boolean success,
      String conversationId,
      Map<String, String> metadata,
      Instant occurredAt,
      long costNanos,
      CostStatus costStatus,
      String priceVersion,
      Optional<SourcePosition> source) {
    this(
        eventId,
        orgId,
        userId,
        provider,
        modelName,
        feature,
        activity,
        category,
        requestCount,
        tokens,
        durationMs,
        success,
        conversationId,
        metadata,
        occurredAt,
        costNanos,
        costStatus,
        priceVersion,
        source,
        Optional.empty());
  }

  /** The same usage of another user. */
  public RecordedUsage withUserId(String otherUserId) {
    return new RecordedUsage(
        eventId,
        orgId,
        otherUserId,
        provider,
        modelName,
        feature,
        activity,
        category,
        requestCount,
        tokens,
        durationMs,
        success,
        conversationId,
        metadata,
        occurredAt,
        costNanos,
        costStatus,
        priceVersion,
        source,
        adjustment);
  }
}
