package io.tokenledger.ingest.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How the intake is doing.
 *
 * @param lag offsets of {@code usage.events} that all instances together have yet to commit; absent
 *     while Kafka does not tell
 * @param eventsPerSecond handled by this instance in the last minute, whatever became of them
 * @param since when this instance began to count
 */
public record IntakeStatus(
    OptionalLong lag, BigDecimal eventsPerSecond, Outcomes outcomes, Instant since) {

  /** What became of the events that this instance handled. */
  public record Outcomes(
      long recorded, long duplicate, long conflict, long invalid, long revised, long superseded) {}
}
