package io.tokenledger.prices;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the syncs stand, per source. The gauges say what the database says, so that every replica
 * tells the same, also after a restart; the failures are those of this replica.
 */
@ApplicationScoped
class SyncMetrics {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final Map<PriceSource, Counter> failures = new EnumMap<>(PriceSource.class);
  private volatile Map<PriceSource, SyncHealth> health = Map.of();

  SyncMetrics(MeterRegistry meters) {
    for (PriceSource source : PriceSource.values()) {
      failures.put(
          source, meters.counter("tokenledger.price.sync.failures", "source", source.code()));
      Gauge.builder("tokenledger.price.sync.success.timestamp.seconds", () -> lastSuccess(source))
          .tag("source", source.code())
          .register(meters);
      Gauge.builder("tokenledger.price.sync.quarantined", () -> pending(source))
          .tag("source", source.code())
          .register(meters);
    }
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
