package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.events.recorded.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Priced events for tests of the pure parts. */
final class Events {

  static final UUID TOPIC = new UUID(1, 1);
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private Events() {}

  /** Two events with the same id and tokens are copies of each other. */
  static PricedEvent event(long offset, String id, long inputTokens, long costNanos) {
    return event(new SourcePosition(TOPIC, 0, offset), id, inputTokens, costNanos);
  }

  /** Without a day of its own in its id. */
  static PricedEvent eventOf(SourcePosition position, String id, Instant occurredAt) {
    PricedEvent like = event(position, id, 1, 1);
    EventKey key = EventKey.of("acme", id, occurredAt, occurredAt, occurredAt);
    return new PricedEvent(
        like.message(), like.event(), key, CostStatus.PRICED, 1, OptionalLong.of(1), "v", "/1");
  }

  static PricedEvent revision(long offset, String id, int revision, long inputTokens) {
    String json =
        "{\"eventId\":\"%s\",\"orgId\":\"acme\",\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":%d,\"revision\":%d}"
            .formatted(id, inputTokens, revision);
    return event(new SourcePosition(TOPIC, 0, offset), id, json, 1);
  }

  static PricedEvent at(long offset, String id, String occurredAt, long inputTokens) {
    String json =
        "{\"eventId\":\"%s\",\"orgId\":\"acme\",\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":%d,\"occurredAt\":\"%s\"}"
            .formatted(id, inputTokens, occurredAt);
    return event(new SourcePosition(TOPIC, 0, offset), id, json, 1);
  }

  static PricedEvent event(SourcePosition position, String id, long tokens, long costNanos) {
    String json =
        "{\"eventId\":\"%s\",\"orgId\":\"acme\",\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":%d}"
            .formatted(id, tokens);
    return event(position, id, json, costNanos);
  }

  private static PricedEvent event(
      SourcePosition position, String id, String text, long costNanos) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    UsageMessage message = new UsageMessage(position, null, json, Map.of(), NOW);
    return new PricedEvent(
        message,
        new UsageEventDecoder().decode(json, Map.of(), NOW, NOW),
        EventKey.of("acme", id, NOW, NOW.minusSeconds(86_400), NOW),
        CostStatus.PRICED,
        costNanos,
        OptionalLong.of(costNanos),
        "v",
        "/1");
  }
}
