package io.tokenledger.gateway.request;

import io.tokenledger.gateway.keys.CallKey;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and what a call is for: what the key fixes goes before headers, headers before the body. All
 * of it is within the bounds of the event.
 *
 * @param metadata texts, at most {@link io.tokenledger.events.UsageLimits#MAX_TAGS} of them
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
    int truncated) {

  public static Attribution of(MultiMap headers, Asked asked, CallKey key) {
    throw new UnsupportedOperationException();
  }
}
