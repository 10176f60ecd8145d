package io.tokenledger.prices.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.prices.PriceSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the syncs stand, per source. The gauges say what the database says, so that every replica
 * tells the same, also after a restart; the failures are those of this replica.
 */
@ApplicationScoped
class SyncMetrics {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final MeterRegistry meters;
  private final List<Gauge> gauges = new ArrayList<>();
  private final Map<PriceSource, Counter> failures = new EnumMap<>(PriceSource.class);
  private volatile Map<PriceSource, SyncHealth> health = Map.of();

  SyncMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (PriceSource source : PriceSource.values()) {
      failures.put(
          source,
          Counter.builder("tokenledger.price.sync.failures")
              .description("Syncs of a price list that failed")
              .tag("source", source.code())
              .register(meters));
      gauge(
          "tokenledger.price.sync.success.timestamp.seconds",
          "Unix time of the last sync that succeeded; NaN before the first",
          source,
          () -> lastSuccess(source));
      gauge(
          "tokenledger.price.sync.quarantined",
          "Moves of listed prices that wait for a person",
          source,
          () -> pending(source));
    }
  }

  private void gauge(String name, String help, PriceSource source, Supplier<Number> value) {
    gauges.add(
        Gauge.builder(name, value).description(help).tag("source", source.code()).register(meters));
  }

  /** The registry outlives the application where one JVM starts several, as that of tests does. */
  @PreDestroy
  void forget() {
    gauges.forEach(meters::remove);
  }

  void count(SyncRun run) {
    if (run.status() == SyncRun.Status.FAILED) {
      PriceSource.ofCode(run.source()).map(failures::get).ifPresent(Counter::increment);
    }
  }

  void take(Iterable<SyncHealth> now) {
    Map<PriceSource, SyncHealth> bySource = new EnumMap<>(PriceSource.class);
    now.forEach(each -> bySource.put(each.source(), each));
    health = bySource;
  }

  /** Not a number until there is one, so that no alarm compares with 1970. */
  private Number lastSuccess(PriceSource source) {
    return Optional.ofNullable(health.get(source))
        .flatMap(SyncHealth::lastSuccess)
        .map(at -> at.toEpochMilli() / MILLIS_PER_SECOND)
        .orElse(Double.NaN);
  }

  private Number pending(PriceSource source) {
    return Optional.ofNullable(health.get(source)).map(SyncHealth::pending).orElse(0L);
  }
}
