package io.tokenledger.aggregate.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.PostgresReconciliationLog.Last;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Compares again and again, says what the last comparison found, and works off rebuilds. */
@ApplicationScoped
class ReconciliationSchedule {

  private static final Logger LOG = Logger.getLogger(ReconciliationSchedule.class);

  /**
   * The first moments belong to the lanes, which catch up: a comparison reads days of raw events.
   * No setting, as only the first look is concerned.
   */
  private static final String AFTER_START = "20s";

  private final RollupReconciler reconciler;
  private final RollupRebuild rebuild;
  private final PartitionOrder order;
  private final PostgresReconciliationLog log;
  private final ReconciliationConfig config;
  private volatile Optional<Last> last = Optional.empty();

  ReconciliationSchedule(
      RollupReconciler reconciler,
      RollupRebuild rebuild,
      PartitionOrder order,
      PostgresReconciliationLog log,
      ReconciliationConfig config,
      MeterRegistry meters) {
    this.reconciler = reconciler;
    this.rebuild = rebuild;
    this.order = order;
    this.log = log;
    this.config = config;
    Gauge.builder("tokenledger.rollup.drift.nanos", () -> driftOf(last))
        .description(
            "Nano-dollars by which rollups and raw events differ; NaN before the first look")
        .register(meters);
    Gauge.builder("tokenledger.rollup.drift.rows", () -> last.map(Last::driftingRows).orElse(-1L))
        .description("Rows of rollups that differ from the raw events; -1 before the first look")
        .register(meters);
    Gauge.builder("tokenledger.rollup.reconciled.timestamp.seconds", () -> checkedAt(last))
        .description("Unix time of the last comparison; 0 before the first")
        .register(meters);
  }

  @Scheduled(
      every = "${tokenledger.reconciliation.every}",
      delayed = AFTER_START,
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> reconcile() {
    return log.alone(() -> reconciler.reconcileLast(config.days()))
        .onFailure()
        .invoke(e -> LOG.warnf("Rollups and raw events could not be compared: %s", e.toString()))
        .onFailure()
        .recoverWithNull();
  }

  /** Every instance tells what the one that compared has found. */
  @Scheduled(
      every = "${tokenledger.reconciliation.read-every}",
      delayed = "${tokenledger.reconciliation.read-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> readLast() {
    return log.last().invoke(found -> last = found).replaceWithVoid().onFailure().recoverWithNull();
  }

  @Scheduled(
      every = "${tokenledger.reconciliation.rebuild-poll}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> rebuild() {
    return Multi.createBy()
        .repeating()
        .uni(rebuild::step)
        .whilst(Boolean::booleanValue)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("A rebuild stopped and is taken up again: %s", e.toString()))
        .onFailure()
        .recoverWithNull();
  }

  /** While Kafka does not answer, nothing is compared or rebuilt either, which says so. */
  @Scheduled(
      every = "${tokenledger.reconciliation.rebuild-poll}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> lookAtPartitions() {
    return order
        .look()
        .onFailure()
        .invoke(e -> LOG.debugf("Kafka does not tell its partitions: %s", e.toString()))
        .onFailure()
        .recoverWithNull();
  }

  private static Number driftOf(Optional<Last> last) {
    return last.<Number>map(found -> found.driftNanos()).orElse(Double.NaN);
  }

  private static long checkedAt(Optional<Last> last) {
    return last.map(found -> found.checkedAt().getEpochSecond()).orElse(0L);
  }
}
