package io.tokenledger.ingest.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.BatchOutcome;
import io.tokenledger.ingest.intake.Intake;
import io.tokenledger.ingest.intake.IntakeAnswer;
import io.tokenledger.ingest.metrics.EventRate;
import io.tokenledger.ingest.metrics.UsageMetrics;
import io.tokenledger.service.kafka.ConsumerLag;
import io.tokenledger.service.metrics.BatchMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Counts what became of the events. */
@ApplicationScoped
class IngestMetrics implements Intake {

  private final MeterRegistry meters;
  private final Counter recorded;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter invalid;
  private final Counter revised;
  private final Counter superseded;
  private final Counter restored;
  private final Counter epochsBegun;
  private final AtomicLong delayMillis = new AtomicLong();
  private final UsageMetrics usage;
  private final BatchMetrics batches;
  private final EventRate rate = new EventRate(Clock.systemUTC());

  IngestMetrics(MeterRegistry meters, UsageMetrics usage) {
    this.meters = meters;
    this.usage = usage;
    this.batches = new BatchMetrics(meters, "recorded");
    this.recorded = counter(meters, "recorded");
    this.duplicates = counter(meters, "duplicate");
    this.conflicts = counter(meters, "conflict");
    this.invalid = counter(meters, "invalid");
    this.revised = counter(meters, "revised");
    this.superseded = counter(meters, "superseded");
    this.restored =
        Counter.builder("tokenledger.events.restored")
            .description("Events that were published and had to be stored again")
            .register(meters);
    this.epochsBegun =
        Counter.builder("tokenledger.source.epochs")
            .description("How often usage.events was found to be another log than was read")
            .register(meters);
    Gauge.builder("tokenledger.ingest.delay.seconds", () -> delayMillis.get() / 1000.0)
        .description(
            "How long ago the newest event of the last batch occurred when it was recorded")
        .register(meters);
  }

  /**
   * @param records that the batch consisted of
   */
  void count(ConsumerRecords<?, ?> records, BatchOutcome outcome) {
    batches.handled(records);
    outcome.recorded().forEach(usage::count);
    recorded.increment(outcome.recorded().size());
    duplicates.increment(outcome.duplicates());
    conflicts.increment(outcome.conflicts());
    invalid.increment(outcome.invalid());
    revised.increment(outcome.revised());
    superseded.increment(outcome.superseded());
    restored.increment(outcome.restored());
    rate.add(
        outcome.recorded().size()
            + (long) outcome.duplicates()
            + outcome.conflicts()
            + outcome.invalid()
            + outcome.revised()
            + outcome.superseded());
    outcome.recorded().stream()
        .map(RecordedUsage::occurredAt)
        .max(Instant::compareTo)
        .ifPresent(newest -> delayMillis.set(sinceMillis(newest)));
  }

  void epochBegun() {
    epochsBegun.increment();
  }

  @Override
  public IntakeAnswer status() {
    return new IntakeAnswer(
        lag(),
        rate.perSecond(),
        new IntakeAnswer.Outcomes(
            (long) recorded.count(),
            (long) duplicates.count(),
            (long) conflicts.count(),
            (long) invalid.count(),
            (long) revised.count(),
            (long) superseded.count()),
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
    return Counter.builder("tokenledger.events")
        .description("What became of the messages of usage.events")
        .tag("outcome", outcome)
        .register(meters);
  }
}
