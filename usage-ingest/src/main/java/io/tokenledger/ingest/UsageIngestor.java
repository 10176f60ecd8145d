package io.tokenledger.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.metrics.StageTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a batch from {@code usage.events} into the ledger, exactly once:
 *
 * <ol>
 *   <li>decode and price: pure; what is wrong becomes a dead letter, never a failure
 *   <li>store the first of each org and id: one PostgreSQL transaction; each row carries its source
 *       position
 *   <li>settle against what was stored before, pure: a row from the same position is ours, from a
 *       run that crashed between steps 2 and 4; what Kafka has already is only stored
 *   <li>publish what is ours and the dead letters, and move the offsets: one Kafka transaction
 * </ol>
 *
 * A crash anywhere before the end of step 4 repeats the batch, and step 3 recognises its rows.
 */
@ApplicationScoped
public class UsageIngestor {

  private final EventIntake intake;
  private final RawEvents rawEvents;
  private final StageTimer accepting;
  private final StageTimer storing;
  private final StageTimer publishing;

  UsageIngestor(EventIntake intake, RawEvents rawEvents, MeterRegistry meters) {
    this.intake = intake;
    this.rawEvents = rawEvents;
    this.accepting = new StageTimer(meters, "accept");
    this.storing = new StageTimer(meters, "store");
    this.publishing = new StageTimer(meters, "publish");
  }

  /**
   * @param batch read after the batch before it was published
   * @param publisher ends this batch
   */
  public Uni<BatchOutcome> ingest(UsageBatch batch, RecordedUsagePublisher publisher) {
    EventIntake.Accepted accepted = accepting.time(() -> intake.accept(batch.messages()));
    List<DeadLetter> deadLetters = new ArrayList<>(accepted.deadLetters());
    deadLetters.removeIf(letter -> batch.isPublished(letter.message()));
    return storing
        .time(new PoisonIsolation(rawEvents, batch).store(accepted.events()))
        .map(stored -> BatchSettlement.of(accepted.events(), stored, batch))
        .chain(outcome -> publish(outcome, deadLetters, publisher));
  }

  private Uni<BatchOutcome> publish(
      BatchSettlement.Outcome outcome,
      List<DeadLetter> deadLetters,
      RecordedUsagePublisher publisher) {
    deadLetters.addAll(outcome.rejected());
    return publishing
        .time(publisher.publish(outcome.recorded(), deadLetters))
        .replaceWith(
            new BatchOutcome(
                outcome.recorded(),
                outcome.duplicates().size(),
                deadLetters,
                outcome.restored().size(),
                outcome.revised().size(),
                outcome.superseded().size()));
  }
}
