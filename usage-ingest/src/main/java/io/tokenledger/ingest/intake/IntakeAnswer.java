package io.tokenledger.ingest.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The answer of {@code GET /v1/intake}.
 *
 * @param lag events that wait in Kafka for all instances together; null while Kafka does not tell
 * @param eventsPerSecond of the instance that answers, in the last minute
 * @param since when that instance began to count the outcomes
 */
public record IntakeAnswer(
    OptionalLong lag, BigDecimal eventsPerSecond, IntakeStatus.Outcomes outcomes, Instant since) {

  static final String EXAMPLE =
      """
      {"lag":120,"eventsPerSecond":35.2,"outcomes":{"recorded":120400,"duplicate":12,"conflict":0,
       "invalid":3},"since":"2026-03-02T06:00:00Z"}""";

  static IntakeAnswer of(IntakeStatus status) {
    return new IntakeAnswer(
        status.lag(), status.eventsPerSecond(), status.outcomes(), status.since());
  }
}
