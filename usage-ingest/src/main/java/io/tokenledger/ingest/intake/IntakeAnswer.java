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

  static IntakeAnswer of(IntakeStatus status) {
    return new IntakeAnswer(
        status.lag(), status.eventsPerSecond(), status.outcomes(), status.since());
  }
}
