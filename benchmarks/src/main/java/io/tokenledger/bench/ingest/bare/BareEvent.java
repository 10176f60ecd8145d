package io.tokenledger.bench.ingest.bare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An event of the load, as it comes and, with its cost, as it is passed on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BareEvent(
    String eventId,
    String orgId,
    String userId,
    String provider,
    String modelName,
    String feature,
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long durationMs,
    String conversationId,
    String occurredAt,
    long costNanos) {

  private static final int UUID_LENGTH = 36;

  boolean isValid() {
    return eventId != null && orgId != null && provider != null && modelName != null;
  }

  BareEvent at(long nanos) {
    return new BareEvent(
        eventId,
        orgId,
        userId,
        provider,
        modelName,
        feature,
        inputTokens,
        outputTokens,
        cacheReadTokens,
        durationMs,
        conversationId,
        occurredAt,
        nanos);
  }

  /** In the order of time, as the ledger's: the id itself, or the day and a hash of the id. */
  UUID key() {
    if (eventId.length() == UUID_LENGTH) {
      return UUID.fromString(eventId);
    }
    UUID hash = UUID.nameUUIDFromBytes((orgId + '\0' + eventId).getBytes(StandardCharsets.UTF_8));
    long day = time().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    return new UUID(
        day << 16 | hash.getMostSignificantBits() & 0xFFFF, hash.getLeastSignificantBits());
  }

  Instant time() {
    return Instant.parse(occurredAt);
  }

  LocalDate day() {
    return LocalDate.ofInstant(time(), ZoneOffset.UTC);
  }

  byte[] orgBytes() {
    return orgId.getBytes(StandardCharsets.UTF_8);
  }
}
