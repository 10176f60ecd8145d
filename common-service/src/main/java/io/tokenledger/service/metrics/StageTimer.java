package io.tokenledger.service.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How long one stage of a batch takes, when it succeeds. */
public final class StageTimer {

  private static final Duration[] BOUNDS =
      Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Timer timer;

  public StageTimer(MeterRegistry meters, String stage) {
    timer =
        Timer.builder("tokenledger.stage.duration")
            .description("How long a stage took for one batch")
            .tag("stage", stage)
            .serviceLevelObjectives(BOUNDS)
            .register(meters);
  }

  public <T> T time(Supplier<T> work) {
    return timer.record(work);
  }

  /** From when the result is asked for. */
  public <T> Uni<T> time(Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long started = System.nanoTime();
              return work.invoke(() -> timer.record(Duration.ofNanos(System.nanoTime() - started)));
            });
  }
}
