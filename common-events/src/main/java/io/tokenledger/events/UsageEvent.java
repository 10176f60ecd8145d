package io.tokenledger.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One model call as its producer told it, checked and with defaults filled in. An absent text is
 * the empty string.
 *
 * @param eventId idempotency key within the org
 * @param revision the highest one of an org and id counts
 * @param voided the call did not happen: it counts nothing, whatever an earlier revision said
 * @param units what is not tokens, by unit, such as {@code webSearches}
 * @param reportedCostNanos the cost that the producer or its provider gave, in nano-dollars
 * @param durationMs from request to last token
 * @param metadata the tags, each value in its text form
 * @param occurredAt when the call was made, to the microsecond
 * @param rawUsage the provider's usage block as JSON text; empty when none was given
 * @param payloadHash of what the producer sent, defaults left out: tells a retry from a conflict
 */
public record UsageEvent(
    String eventId,
    long revision,
    boolean voided,
    Call call,
    long requestCount,
    TokenCounts tokens,
    Map<String, BigDecimal> units,
    UsageSource usageSource,
    Serving serving,
    OptionalLong reportedCostNanos,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    boolean success,
    String errorMessage,
    String conversationId,
    String messageId,
    Map<String, String> metadata,
    Instant occurredAt,
    String rawUsage,
    long payloadHash) {

  public String orgId() {
    return call.orgId();
  }

  /** The same without what was used, and at no cost. */
  public UsageEvent ofNothing() {
    return new UsageEvent(
        eventId,
        revision,
        voided,
        call,
        0,
        TokenCounts.NONE,
        Map.of(),
        usageSource,
        serving,
        OptionalLong.of(0),
        OptionalLong.empty(),
        OptionalLong.empty(),
        success,
        errorMessage,
        conversationId,
        messageId,
        metadata,
        occurredAt,
        rawUsage,
        payloadHash);
  }
}
