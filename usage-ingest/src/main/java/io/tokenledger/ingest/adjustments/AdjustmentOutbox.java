package io.tokenledger.ingest.adjustments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes what is not published yet, and again what was and is not counted. Any instance may, and
 * may repeat it: each number counts once. Blocks while it works: it has a thread of its own.
 */
@ApplicationScoped
public class AdjustmentOutbox {

  private final PostgresAdjustments adjustments;
  private final KafkaAdjustmentSender sender;
  private final AdjustmentConfig config;
  private volatile long pending;

  AdjustmentOutbox(
      PostgresAdjustments adjustments,
      KafkaAdjustmentSender sender,
      AdjustmentConfig config,
      MeterRegistry meters) {
    this.adjustments = adjustments;
    this.sender = sender;
    this.config = config;
    Gauge.builder("tokenledger.adjustments.pending", () -> pending)
        .description("Changes of recorded events that the rollups have yet to count")
        .register(meters);
  }

  public void publish() {
    while (OnWorker.await(adjustments.publishSome(sender::send)) > 0) {
      // Until none is left.
    }
    pending = OnWorker.await(adjustments.pending());
    if (pending > 0) {
      OnWorker.await(adjustments.sendAgain(config.sendAgain()));
    }
  }
}
