package io.tokenledger.ingest.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How the intake is doing: the answer of {@code GET /v1/intake}.
 *
 * @param lag offsets of {@code usage.events} that all instances together have yet to commit; null
 *     while Kafka does not tell
 * @param eventsPerSecond of the instance that answers, in the last minute, whatever became of them
 * @param since when that instance began to count the outcomes
 */
public record IntakeAnswer(
    OptionalLong lag, BigDecimal eventsPerSecond, Outcomes outcomes, Instant since) {

  /** What became of the events that this instance handled. */
  public record Outcomes(
      long recorded, long duplicate, long conflict, long invalid, long revised, long superseded) {}
}
