package io.tokenledger.ingest.kafka;

import io.quarkus.scheduler.Scheduled;
import io.tokenledger.events.PlainText;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.DeadLetter;
import io.tokenledger.ingest.intake.IntakeAnswer.Outcomes;
import io.tokenledger.service.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Tells the log once a minute what became of the events. Of those refused only the first is named:
 * a producer that sends nothing else must not fill the disk, and the dead letters have all of them.
 */
@ApplicationScoped
class OutcomeLog {

  private static final Logger LOG = Logger.getLogger(OutcomeLog.class);

  private final AtomicReference<DeadLetter> firstRefused = new AtomicReference<>();
  private final IngestMetrics metrics;
  private Outcomes told = new Outcomes(0, 0, 0, 0, 0, 0);

  OutcomeLog(IngestMetrics metrics) {
    this.metrics = metrics;
  }

  void note(BatchOutcome outcome) {
    if (outcome.restored() > 0) {
      LOG.errorf(
          "%d events were published and not in the database: it has lost commits. They are stored"
              + " again; compare the rollups when this has ended",
          outcome.restored());
    }
    if (!outcome.deadLetters().isEmpty()) {
      firstRefused.compareAndSet(null, outcome.deadLetters().get(0));
    }
  }

  @Scheduled(every = "${tokenledger.ingest.journal-every}")
  synchronized void tell() {
    Outcomes now = metrics.status().outcomes();
    if (!now.equals(told)) {
      LOG.infof(
          "Events since the last such line: %d recorded, %d duplicates, %d conflicts, %d invalid,"
              + " %d revised, %d superseded",
          now.recorded() - told.recorded(),
          now.duplicate() - told.duplicate(),
          now.conflict() - told.conflict(),
          now.invalid() - told.invalid(),
          now.revised() - told.revised(),
          now.superseded() - told.superseded());
    }
    told = now;
    DeadLetter refused = firstRefused.getAndSet(null);
    if (refused != null) {
      LOG.warnf(
          "Refused first among them: offset %d of partition %d, %s: %s%s",
          refused.message().position().offset(),
          refused.message().position().partition(),
          refused.reason().code(),
          PlainText.oneLine(refused.detail()),
          refused.message().traceParent().map(OutcomeLog::ofTrace).orElse(""));
    }
  }

  private static String ofTrace(TraceParent parent) {
    return ", trace " + parent.traceId();
  }
}
