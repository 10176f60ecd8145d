package io.tokenledger.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One model call as its producer told it, checked and with defaults filled in. An absent text is
 * the empty string, as in the keys of the rollups.
 *
 * @param eventId idempotency key within the org
 * @param orgId the tenant
 * @param userId who called; may be empty
 * @param provider in lower case, such as {@code openai}
 * @param feature such as {@code chat}, the default
 * @param activity such as {@code agent.implementer}; may be empty
 * @param category such as {@code review}; may be empty
 * @param units what is not tokens, by unit, such as {@code webSearches}
 * @param serviceTier {@code standard}, {@code batch}, {@code flex}, {@code priority}
 * @param estimatedCostMicros the producer's own cost in micro-dollars
 * @param durationMs from request to last token
 * @param metadata the tags, each value in its text form
 * @param occurredAt when the call was made, to the microsecond
 * @param rawUsage the provider's usage block as JSON text; empty when none was given
 * @param payloadHash of what the producer sent, defaults left out: tells a retry from a conflict
 */
public record UsageEvent(
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
    Map<String, BigDecimal> units,
    UsageSource usageSource,
    String serviceTier,
    OptionalLong estimatedCostMicros,
    OptionalLong durationMs,
    OptionalLong timeToFirstTokenMs,
    boolean success,
    String errorMessage,
    String conversationId,
    String messageId,
    Map<String, String> metadata,
    Instant occurredAt,
    String rawUsage,
    long payloadHash) {}
