package io.tokenledger.gateway.request;

import io.tokenledger.events.UsageLimits;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and what a call is for: what the key fixes goes before headers, headers before the body. All
 * of it is within the bounds of the event, and without control characters.
 *
 * @param metadata texts and numbers, at most {@link UsageLimits#MAX_TAGS} of them
 * @param truncated how many values were cut or dropped to keep the bounds
 */
public record Attribution(
    Optional<String> userId,
    Optional<String> conversationId,
    Optional<String> messageId,
    Optional<String> feature,
    Optional<String> activity,
    Optional<String> category,
    Map<String, Object> metadata,
    int truncated) {}
