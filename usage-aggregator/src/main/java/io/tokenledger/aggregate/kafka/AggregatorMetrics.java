package io.tokenledger.aggregate.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.metrics.BatchMetrics;
import io.tokenledger.service.metrics.StageTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How the lanes do. */
@ApplicationScoped
class AggregatorMetrics {

  private final BatchMetrics batches;
  private final StageTimer counting;
  private final Counter unreadable;
  private final Counter shorterLogs;

  AggregatorMetrics(MeterRegistry meters) {
    batches = new BatchMetrics(meters, "counted");
    counting = new StageTimer(meters, "count");
    unreadable =
        Counter.builder("tokenledger.recorded.unreadable")
            .description("Messages of usage.recorded that are no recorded usage")
            .register(meters);
    shorterLogs =
        Counter.builder("tokenledger.recorded.shorter")
            .description("How often a partition of usage.recorded ended before what is counted")
            .register(meters);
  }

  void shorterLog() {
    shorterLogs.increment();
  }

  <T> Uni<T> timed(Uni<T> work) {
    return counting.time(work);
  }

  /** The batch is in the rollups. */
  void counted(ConsumerRecords<?, ?> records) {
    batches.handled(records);
  }

  /** The window is in the rollups. */
  void counted(int messages, LongStream timestamps) {
    batches.handled(messages, timestamps);
  }

  void unreadable() {
    unreadable.increment();
  }
}
