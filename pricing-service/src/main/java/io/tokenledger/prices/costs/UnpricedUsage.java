package io.tokenledger.prices.costs;

import java.time.Instant;

/**
 * What one org used of a model that has no price, or lacks one for a part of the usage.
 *
 * @param costStatus {@code unpriced} or {@code partial}
 * @param firstSeen when the first of these events occurred, and {@code lastSeen} the last
 */
public record UnpricedUsage(
    String provider,
    String modelName,
    String costStatus,
    String orgId,
    long requests,
    long inputTokens,
    long outputTokens,
    long embeddingTokens,
    Instant firstSeen,
    Instant lastSeen) {}
