package io.tokenledger.service.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How large the batches of a lane are, and how old each message was when it was done with. */
public final class BatchMetrics {

  private static final double[] SIZES = {
    1, 10, 100, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 64_000
  };

  private static final Duration[] AGES =
      Stream.of(100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final DistributionSummary sizes;
  private final Timer freshness;

  /**
   * @param stage what the messages have reached then: {@code recorded} or {@code counted}
   */
  public BatchMetrics(MeterRegistry meters, String stage) {
    sizes =
        DistributionSummary.builder("tokenledger.batch.events")
            .description("Messages that a lane handled at once")
            .serviceLevelObjectives(SIZES)
            .register(meters);
    freshness =
        Timer.builder("tokenledger.freshness")
            .description(
                "From when an event stood on usage.events until it was recorded, or counted")
            .tag("stage", stage)
            .serviceLevelObjectives(AGES)
            .register(meters);
  }

  /** Call it when nothing of the batch can be lost any more. */
  public void handled(ConsumerRecords<?, ?> records) {
    LongStream.Builder timestamps = LongStream.builder();
    records.forEach(each -> timestamps.add(each.timestamp()));
    handled(records.count(), timestamps.build());
  }

  /** The same of messages of which only is known when they stood on their topic. */
  public void handled(int messages, LongStream timestamps) {
    sizes.record(messages);
    long now = System.currentTimeMillis();
    timestamps.forEach(then -> freshness.record(Math.max(0, now - then), TimeUnit.MILLISECONDS));
  }
}
