package io.tokenledger.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * Gives the times of HTTP requests buckets, so that percentiles of several instances can be told.
 */
final class RequestBuckets {

  private static final String REQUESTS = "http.server.requests";

  private static final double[] BOUNDS_NANOS =
      DoubleStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .map(millis -> millis * Duration.ofMillis(1).toNanos())
          .toArray();

  private RequestBuckets() {}

  @Produces
  @Singleton
  static MeterFilter requestBuckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig configured) {
        return id.getName().equals(REQUESTS)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS_NANOS)
                .build()
                .merge(configured)
            : configured;
      }
    };
  }
}
