package io.tokenledger.ingest.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.Topics;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.Intake;
import io.tokenledger.ingest.IntakeStatus;
import io.tokenledger.service.kafka.ConsumerLag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of the events. */
@ApplicationScoped
class IngestMetrics implements Intake {

  private final MeterRegistry meters;
  private final Counter recorded;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter invalid;
  private final AtomicLong delayMillis = new AtomicLong();

  private final EventRate rate = new EventRate(Clock.systemUTC());

  IngestMetrics(MeterRegistry meters) {
    this.meters = meters;
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
    rate.add(
        outcome.recorded().size()
            + (long) outcome.duplicates()
            + outcome.conflicts()
            + outcome.invalid());
    outcome.recorded().stream()
        .map(RecordedUsage::occurredAt)
        .max(Instant::compareTo)
        .ifPresent(newest -> delayMillis.set(sinceMillis(newest)));
  }

  @Override
  public IntakeStatus status() {
    return new IntakeStatus(
        lag(),
        rate.perSecond(),
        new IntakeStatus.Outcomes(
            (long) recorded.count(),
            (long) duplicates.count(),
            (long) conflicts.count(),
            (long) invalid.count()),
        rate.since());
  }

  /** There is a gauge for each partition, and none while Kafka does not answer. */
  private OptionalLong lag() {
    Collection<Gauge> partitions =
        meters.find(ConsumerLag.GAUGE).tag("topic", Topics.USAGE_EVENTS).gauges();
    return partitions.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(partitions.stream().mapToLong(each -> (long) each.value()).sum());
  }

  private static long sinceMillis(Instant newest) {
    return Math.max(0, Duration.between(newest, Instant.now()).toMillis());
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return meters.counter("tokenledger.events", "outcome", outcome);
  }
}
