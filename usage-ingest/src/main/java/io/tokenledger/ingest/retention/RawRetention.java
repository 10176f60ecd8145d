package io.tokenledger.ingest.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tokenledger.ingest.RetentionConfig;
import io.tokenledger.ingest.postgres.DayPartitions;
import io.tokenledger.ingest.retention.PostgresRetention.EndedDay;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends the days that are older than the retention window: their partitions go, the rollups stay.
 * First the ids that carry no day of their own are forgotten, for an id that is still known leads
 * to the partition of its first copy. Made at start, so that its metric is there before anything is
 * dropped.
 */
@Startup
@ApplicationScoped
class RawRetention {

  private static final Logger LOG = Logger.getLogger(RawRetention.class);

  /** 16 MiB of the table: a statement of about a second. */
  private static final long BLOCKS_AT_ONCE = 2_048;

  private final RetentionConfig config;
  private final PostgresRetention steps;
  private final DayPartitions partitions;
  private final Counter dropped;
  private final Clock clock = Clock.systemUTC();
  private volatile LocalDate done = LocalDate.MIN;

  RawRetention(
      RetentionConfig config,
      PostgresRetention steps,
      DayPartitions partitions,
      MeterRegistry meters) {
    this.config = config;
    this.steps = steps;
    this.partitions = partitions;
    this.dropped =
        Counter.builder("tokenledger.retention.dropped.partitions")
            .description("Days of raw events that were dropped as a whole")
            .register(meters);
  }

  @Scheduled(
      every = "${tokenledger.retention.every}",
      delayed = "${tokenledger.retention.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    LocalDate edge = config.edge(clock.instant());
    if (edge.isAfter(done)) {
      run(edge);
    }
  }

  /** What is left undone, because something is in the way, is done by a later run. */
  void run(LocalDate edge) {
    try {
      List<LocalDate> days = OnWorker.await(steps.daysBefore(edge));
      if (days.isEmpty() || forgetIdentities(edge) && endAll(days, edge)) {
        done = edge;
      }
    } catch (RetentionHeldUpException e) {
      LOG.warnf(
          "%s; what is left of the raw events before %s stays until the next run: %s",
          e.reason(), edge, e.getMessage());
    }
  }

  /** False when another replica is at it. */
  private boolean forgetIdentities(LocalDate edge) {
    long blocks = OnWorker.await(steps.identityBlocks());
    long forgotten = 0;
    for (long block = 0; block < blocks; block += BLOCKS_AT_ONCE) {
      Optional<Long> some =
          OnWorker.await(steps.forgetIdentities(edge, block, block + BLOCKS_AT_ONCE));
      if (some.isEmpty()) {
        return false;
      }
      forgotten += some.get();
    }
    LOG.infof("Forgot %d ids of events before %s", forgotten, edge);
    return true;
  }

  /** One transaction per day; false when another replica is at it. */
  private boolean endAll(List<LocalDate> days, LocalDate edge) {
    for (LocalDate day : days) {
      Optional<EndedDay> ended = OnWorker.await(steps.endDay(day, edge));
      if (ended.isEmpty()) {
        return false;
      }
      note(day, ended.get());
    }
    return true;
  }

  private void note(LocalDate day, EndedDay ended) {
    if (ended.dropped()) {
      dropped.increment();
      partitions.forget();
      LOG.infof("Dropped the raw partition of %s with %d events", day, ended.rowsGone());
    } else {
      LOG.infof("Deleted %d raw events of %s; others there are younger", ended.rowsGone(), day);
    }
  }
}
