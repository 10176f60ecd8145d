package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.accounting.journal.CallId;
import io.tokenledger.gateway.request.Attribution;
import io.tokenledger.gateway.request.TextSample;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that is about to go out.
 *
 * @param eventId a UUIDv7; of a response in the background the id that is derived from it
 * @param apiKeyId of the token that made the call; empty where a person did
 * @param upstream its name in the configuration
 * @param operation such as {@code chat} or {@code embedding}
 * @param input the text that was sent, for estimates; it is not stored
 * @param serviceTier that was asked for
 * @param estimateBilled whether tokens that nobody reported cost the org something
 */
public record StartedCall(
    String eventId,
    String orgId,
    Optional<UUID> apiKeyId,
    String upstream,
    String provider,
    String modelAsked,
    String operation,
    Attribution attribution,
    Instant startedAt,
    TextSample input,
    Optional<String> serviceTier,
    boolean estimateBilled) {

  CallId id() {
    return new CallId(orgId, eventId);
  }
}
