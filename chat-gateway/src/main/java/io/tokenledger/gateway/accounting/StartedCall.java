package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.request.Attribution;
import io.tokenledger.gateway.request.TextSample;
import io.tokenledger.service.journal.CallId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that is about to go out.
 *
 * @param eventId a UUIDv7
 * @param revision of the events that tell how it ended; what is told of a crash is revision 0
 * @param apiKeyId of the token that made the call; empty where a person did
 * @param upstream its name in the configuration
 * @param operation such as {@code chat} or {@code embedding}
 * @param units what was asked for that is billed by other than tokens, by unit of the event
 * @param input the text that was sent, for estimates; it is not stored
 * @param serviceTier that was asked for
 * @param estimateBilled whether tokens that nobody reported cost the org something
 */
public record StartedCall(
    String eventId,
    int revision,
    String orgId,
    Optional<UUID> apiKeyId,
    String upstream,
    String provider,
    String modelAsked,
    String operation,
    Attribution attribution,
    Instant startedAt,
    Map<String, Long> units,
    TextSample input,
    Optional<String> serviceTier,
    boolean estimateBilled) {

  /**
   * As it is kept where its end is told later, by whoever sees it: without its text, and such that
   * the end counts although a crash was told of before.
   */
  public StartedCall handedOver() {
    return new StartedCall(
        eventId,
        1,
        orgId,
        apiKeyId,
        upstream,
        provider,
        modelAsked,
        operation,
        attribution,
        startedAt,
        units,
        new TextSample("", input.characters()),
        serviceTier,
        estimateBilled);
  }

  CallId id() {
    return new CallId(orgId, eventId);
  }
}
