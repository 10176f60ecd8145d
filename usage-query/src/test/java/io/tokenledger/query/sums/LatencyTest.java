package io.tokenledger.query.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.DurationBuckets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void noCallToldIsNotZero() {
    Latency none = Latency.of(0, new long[DurationBuckets.COUNT]);
    assertThat(none).isEqualTo(new Latency(OptionalLong.empty(), OptionalLong.empty()));
  }

  @Test
  void theAverageIsRoundedToTheNearest() {
    long[] buckets = new long[DurationBuckets.COUNT];
    buckets[DurationBuckets.indexOf(1)] = 3;
    assertThat(Latency.of(4, buckets).averageMs()).hasValue(1);
    assertThat(Latency.of(5, buckets).averageMs()).hasValue(2);
    buckets[DurationBuckets.indexOf(1)] = 2;
    assertThat(Latency.of(3, buckets).averageMs()).hasValue(2);
  }

  @Test
  void thePercentileIsReadFromTheBuckets() {
    long[] buckets = new long[DurationBuckets.COUNT];
    buckets[DurationBuckets.indexOf(100)] = 94;
    buckets[DurationBuckets.indexOf(5_000)] = 6;
    assertThat(Latency.of(39_400, buckets).p95Ms().orElseThrow()).isBetween(4_000L, 5_000L);
  }
}
