package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {

  private static final long[] BOUNDS = DurationBuckets.upperBoundsMs();

  /** They are stored in the rollups: another set would need another column. */
  @Test
  void theBoundsAreThoseOfTheDatabase() {
    assertThat(DurationBuckets.COUNT).isEqualTo(25);
    assertThat(BOUNDS)
        .containsExactly(
            10, 20, 50, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000,
            7_500, 10_000, 15_000, 20_000, 30_000, 45_000, 60_000, 120_000, 300_000);
  }

  @Test
  void aBoundBelongsToTheBucketBelowIt() {
    assertThat(DurationBuckets.indexOf(0)).isZero();
    assertThat(IntStream.range(0, BOUNDS.length))
        .allSatisfy(
            i -> {
              assertThat(DurationBuckets.indexOf(BOUNDS[i] - 1)).isEqualTo(i);
              assertThat(DurationBuckets.indexOf(BOUNDS[i])).isEqualTo(i);
              assertThat(DurationBuckets.indexOf(BOUNDS[i] + 1)).isEqualTo(i + 1);
            });
    assertThat(DurationBuckets.indexOf(UsageLimits.MAX_MILLISECONDS)).isEqualTo(24);
  }

  @Test
  void theBoundsCannotBeChangedFromOutside() {
    DurationBuckets.upperBoundsMs()[0] = 99;
    assertThat(DurationBuckets.upperBoundsMs()[0]).isEqualTo(10);
  }

  @Test
  void withoutDurationsThereIsNoPercentile() {
    assertThat(DurationBuckets.percentileMs(new long[DurationBuckets.COUNT], 95)).isZero();
  }

  @Property
  void aPercentileLiesInTheBucketOfTheExactOne(
      @ForAll("durations") List<Long> durations,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    long exact = exactPercentile(durations, percent);
    long shown = DurationBuckets.percentileMs(histogram(durations), percent);
    int bucket = DurationBuckets.indexOf(exact);
    long lower = bucket == 0 ? 0 : BOUNDS[bucket - 1];
    long upper = bucket < BOUNDS.length ? BOUNDS[bucket] : lower;
    assertThat(shown).isBetween(lower, upper);
  }

  @Property
  void percentilesDoNotFall(@ForAll("durations") List<Long> durations) {
    long[] counts = histogram(durations);
    assertThat(IntStream.rangeClosed(1, 100).mapToObj(p -> DurationBuckets.percentileMs(counts, p)))
        .isSorted();
  }

  @Provide
  Arbitrary<List<Long>> durations() {
    Arbitrary<Long> spread =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 1_000), Arbitraries.longs().between(0, 400_000));
    return spread.list().ofMinSize(1).ofMaxSize(60);
  }

  /**
   * The nearest rank: the smallest duration with at least {@code percent} of all at or below it.
   */
  private static long exactPercentile(List<Long> durations, int percent) {
    int rank = (durations.size() * percent + 99) / 100;
    return durations.stream().sorted().skip(rank - 1L).findFirst().orElseThrow();
  }

  private static long[] histogram(List<Long> durations) {
    long[] counts = new long[DurationBuckets.COUNT];
    durations.forEach(duration -> counts[DurationBuckets.indexOf(duration)]++);
    return counts;
  }
}
