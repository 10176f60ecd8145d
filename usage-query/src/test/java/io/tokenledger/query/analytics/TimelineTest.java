package io.tokenledger.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.sums.CacheSaving;
import io.tokenledger.query.sums.Durations;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.UsageSums;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<Instant> THREE_DAYS =
      IntStream.rangeClosed(0, 3).mapToObj(day -> START.plus(Duration.ofDays(day))).toList();

  @Test
  void aDayWithoutUsageIsAPointOfZeros() {
    Timeline timeline = Timeline.of(THREE_DAYS, false, List.of(used(1, "", 5)));
    assertThat(timeline.points()).hasSize(3);
    assertThat(timeline.points().get(0).sums()).isSameAs(UsageSums.NONE);
    assertThat(timeline.points().get(1).sums().costNanos()).isEqualTo("5");
    assertThat(timeline.points().get(1).end()).isEqualTo(timeline.points().get(2).start());
  }

  @Test
  void nothingUsedAtAllIsStillASeries() {
    assertThat(Timeline.of(THREE_DAYS, false, List.of()).points()).hasSize(3);
    assertThat(Timeline.of(THREE_DAYS, true, List.of()).points()).isEmpty();
  }

  @Test
  void everySeriesIsWholeAndTheCostliestComesFirst() {
    Timeline timeline =
        Timeline.of(THREE_DAYS, true, List.of(used(0, "a", 3), used(2, "b", 9), used(1, "a", 4)));
    assertThat(timeline.points().stream().map(point -> point.group().orElseThrow()))
        .containsExactly("b", "a", "b", "a", "b", "a");
    assertThat(timeline.totals().costNanos()).isEqualTo("16");
  }

  private static SpanSums used(int span, String key, long costNanos) {
    UsageSums sums =
        new UsageSums(
            1,
            0,
            0,
            TokenCounts.NONE,
            BigDecimal.valueOf(costNanos),
            CacheSaving.NONE,
            Durations.NONE);
    return new SpanSums(span, key, sums);
  }
}
