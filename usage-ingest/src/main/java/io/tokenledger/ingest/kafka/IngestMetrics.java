package io.tokenledger.ingest.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.ingest.BatchOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of the events. */
@ApplicationScoped
class IngestMetrics {

  private final Counter recorded;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter invalid;
  private final AtomicLong delayMillis = new AtomicLong();

  IngestMetrics(MeterRegistry meters) {
    this.recorded = counter(meters, "recorded");
    this.duplicates = counter(meters, "duplicate");
    this.conflicts = counter(meters, "conflict");
    this.invalid = counter(meters, "invalid");
    meters.gauge("tokenledger.ingest.delay.seconds", delayMillis, ms -> ms.get() / 1000.0);
  }

  void count(BatchOutcome outcome) {
    recorded.increment(outcome.recorded().size());
    duplicates.increment(outcome.duplicates());
    conflicts.increment(outcome.conflicts());
    invalid.increment(outcome.invalid());
    outcome.recorded().stream()
        .map(RecordedUsage::occurredAt)
        .max(Instant::compareTo)
        .ifPresent(newest -> delayMillis.set(sinceMillis(newest)));
  }

  private static long sinceMillis(Instant newest) {
    return Math.max(0, Duration.between(newest, Instant.now()).toMillis());
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return meters.counter("tokenledger.events", "outcome", outcome);
  }
}
