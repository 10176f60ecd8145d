package io.tokenledger.ingest.intake;

import io.tokenledger.events.UsageEvent;
import java.time.Instant;

/**
 * An event that was checked, on its way to the topic.
 *
 * @param eventId with which the org counts it once
 * @param message JSON of at most a mebibyte, as it was sent
 * @param units what it counts of its sender's rate, see {@link IntakeConfig#eventsPerSecond()}
 */
public record ValidEvent(
    String orgId, String eventId, Instant occurredAt, byte[] message, int units) {

  private static final int TAGS_OF_A_UNIT = 4;
  private static final int BYTES_OF_A_UNIT = 4_096;

  public static ValidEvent of(UsageEvent event, byte[] message) {
    int rows = 1 + event.metadata().size() / TAGS_OF_A_UNIT;
    return new ValidEvent(
        event.orgId(),
        event.eventId(),
        event.occurredAt(),
        message,
        Math.max(rows, message.length / BYTES_OF_A_UNIT));
  }
}
