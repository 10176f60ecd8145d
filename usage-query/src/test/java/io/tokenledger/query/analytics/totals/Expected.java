package io.tokenledger.query.analytics.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.DurationBuckets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;

/** The sums over some events, computed from them alone, and an answer held against them. */
record Expected(List<UsageCase> events) {

  long sum(ToLongFunction<UsageCase> value) {
    return events.stream().mapToLong(value).sum();
  }

  BigDecimal costUsd() {
    return BigDecimal.valueOf(sum(UsageCase::costNanos), 9);
  }

  long costMicros() {
    return BigDecimal.valueOf(sum(UsageCase::costNanos), 3)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Every field of the totals of an answer, save the percentile. */
  void assertCounts(JsonNode totals) {
    assertField(totals, "requestCount", sum(UsageCase::requestCount));
    assertField(totals, "errorCount", sum(e -> e.success() ? 0 : e.requestCount()));
    assertField(totals, "unpricedRequests", sum(e -> e.unpriced() ? e.requestCount() : 0));
    assertField(totals, "inputTokens", sum(UsageCase::inputTokens));
    assertField(totals, "outputTokens", sum(UsageCase::outputTokens));
    assertField(totals, "cacheReadTokens", sum(UsageCase::cacheReadTokens));
    assertField(totals, "reasoningTokens", sum(UsageCase::reasoningTokens));
    assertField(totals, "embeddingTokens", sum(UsageCase::embeddingTokens));
    assertField(
        totals, "totalTokens", sum(e -> e.inputTokens() + e.outputTokens() + e.embeddingTokens()));
    assertField(totals, "estimatedCostMicros", costMicros());
  }

  void assertTotals(JsonNode totals) {
    assertCounts(totals);
    assertThat(new BigDecimal(totals.path("costUsd").asText())).isEqualByComparingTo(costUsd());
    assertThat(new BigDecimal(totals.at("/cacheSaved/usd").asText()))
        .isEqualByComparingTo(
            BigDecimal.valueOf(sum(event -> event.cacheSavedNanos().orElse(0)), 9));
    assertField(
        totals.path("cacheSaved"),
        "unknownTokens",
        sum(event -> event.cacheSavedNanos().isPresent() ? 0 : event.cacheReadTokens()));
    long failed = sum(e -> e.success() ? 0 : e.requestCount());
    long requests = sum(UsageCase::requestCount);
    assertThat(totals.path("errorRate").decimalValue())
        .isEqualByComparingTo(requests == 0 ? BigDecimal.ZERO : rate(failed, requests));
    assertAverage(totals);
  }

  /** And the percentile of the merged histogram, where one is kept. */
  void assertAll(JsonNode totals) {
    assertTotals(totals);
    long[] buckets = new long[DurationBuckets.COUNT];
    events.stream()
        .flatMapToLong(event -> event.durationMs().stream())
        .forEach(duration -> buckets[DurationBuckets.indexOf(duration)]++);
    if (told() == 0) {
      assertThat(totals.path("p95DurationMs").isNull()).isTrue();
    } else {
      assertField(totals, "p95DurationMs", DurationBuckets.percentileMs(buckets, 95));
    }
  }

  private void assertAverage(JsonNode totals) {
    if (told() == 0) {
      assertThat(totals.path("avgDurationMs").isNull()).isTrue();
    } else {
      BigDecimal average =
          BigDecimal.valueOf(sum(event -> event.durationMs().orElse(0)))
              .divide(BigDecimal.valueOf(told()), 0, RoundingMode.HALF_UP);
      assertField(totals, "avgDurationMs", average.longValueExact());
    }
  }

  private long told() {
    return sum(event -> event.durationMs().isPresent() ? 1 : 0);
  }

  private static BigDecimal rate(long part, long all) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_EVEN);
  }

  private static void assertField(JsonNode totals, String name, long value) {
    assertThat(totals.path(name).asLong(-1)).as(name + " of " + totals).isEqualTo(value);
  }
}
