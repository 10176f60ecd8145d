package io.tokenledger.ingest;

import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.service.testing.simulation.Chance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message on the simulated {@code usage.events}, with what the invariants need to know of it
 * without asking the code under test.
 *
 * @param serial tells it from any other, also from one that stood at its place before
 * @param identity org and id; few, so that they repeat
 * @param revision the highest one counts
 * @param variant which content: the same id and revision with another one is a conflict
 */
record SimulatedMessage(
    UsageMessage message, int serial, int identity, int revision, int variant, Kind kind) {

  static final UUID TOPIC = new UUID(3, 3);
  static final Instant SENT_AT = Instant.parse("2026-05-01T12:00:00Z");
  private static final int IDENTITIES = 5;
  private static final int VARIANTS = 2;
  private static final int REVISIONS = 4;
  private static final byte[][][][][] BYTES =
      new byte[Kind.values().length][IDENTITIES][REVISIONS][VARIANTS][];

  static {
    for (Kind kind : Kind.values()) {
      for (int identity = 0; identity < IDENTITIES; identity++) {
        for (int revision = 0; revision < REVISIONS; revision++) {
          for (int variant = 0; variant < VARIANTS; variant++) {
            BYTES[kind.ordinal()][identity][revision][variant] =
                json(kind, identity, revision, variant);
          }
        }
      }
    }
  }

  /** What is wrong with a message. */
  enum Kind {
    VALID,
    /** The decoder refuses it. */
    INVALID,
    /** The decoder lets it through, and the database refuses it. */
    UNSTORABLE
  }

  static SimulatedMessage any(Chance chance, int serial, int partition, long offset) {
    int identity = chance.below(IDENTITIES);
    int revision = chance.oneIn(6) ? chance.below(REVISIONS) : 0;
    int variant = chance.oneIn(6) ? 1 : 0;
    Kind kind = chance.oneIn(5) ? Kind.values()[chance.below(3)] : Kind.VALID;
    UsageMessage message =
        new UsageMessage(
            new SourcePosition(TOPIC, partition, offset),
            new byte[] {(byte) serial},
            BYTES[kind.ordinal()][identity][revision][variant],
            Map.of(),
            SENT_AT);
    return new SimulatedMessage(message, serial, identity, revision, variant, kind);
  }

  static boolean isRefusedByTheDatabase(PricedEvent event) {
    return event.event().call().provider().equals("refused");
  }

  /** Org and id as one text. */
  static String nameOf(String orgId, String eventId) {
    return orgId + '/' + eventId;
  }

  String name() {
    return nameOf(orgId(identity), eventId(identity));
  }

  /** As a lane of an epoch reads it. */
  UsageMessage in(UUID epoch) {
    return at(message, new SourcePosition(epoch, message.position().partition(), offset()));
  }

  static UsageMessage at(UsageMessage message, SourcePosition position) {
    return new UsageMessage(
        position, message.key(), message.value(), message.headers(), message.sentAt());
  }

  long offset() {
    return message.position().offset();
  }

  long inputTokens() {
    return inputTokens(revision, variant);
  }

  @Override
  public String toString() {
    return "%s %s revision %d variant %d at %d:%d"
        .formatted(kind, name(), revision, variant, message.position().partition(), offset());
  }

  private static byte[] json(Kind kind, int identity, int revision, int variant) {
    String json =
        "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"%s\",\"model\":\"m\",\"inputTokens\":%d,\"cacheReadTokens\":100,\"revision\":%d}"
            .formatted(
                eventId(identity),
                orgId(identity),
                kind == Kind.UNSTORABLE ? "refused" : "openai",
                inputTokens(revision, variant),
                revision);
    return (kind == Kind.INVALID ? json.replace("orgId", "org") : json)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String orgId(int identity) {
    return identity % 2 == 0 ? "acme" : "globex";
  }

  /** Two orgs use the same id; one id carries its own time. */
  private static String eventId(int identity) {
    return identity == 4 ? "01968ba0-b200-7000-8000-000000000004" : "e" + identity / 2;
  }

  private static long inputTokens(int revision, int variant) {
    return 1000 + 10_000L * revision + 500L * variant;
  }
}
