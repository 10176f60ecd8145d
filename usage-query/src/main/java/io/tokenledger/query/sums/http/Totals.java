package io.tokenledger.query.sums.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.events.Money;
import io.tokenledger.query.sums.Latency;
import io.tokenledger.query.sums.UsageSums;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Sums, as every report answers them.
 *
 * @param errorRate failed requests of all, 0 to 1
 * @param unpricedRequests for which there was no price: their cost is unknown and not in the sum
 * @param estimatedCostMicros in micro-dollars, rounded half to even from the exact sum
 * @param costUsd the exact sum in dollars, nine decimals
 * @param avgDurationMs null when no call told how long it took
 * @param p95DurationMs likewise, and null where no histogram is kept: by user and by tag
 */
public record Totals(
    long requestCount,
    long errorCount,
    BigDecimal errorRate,
    long unpricedRequests,
    @JsonUnwrapped TokenFields tokens,
    long estimatedCostMicros,
    String costUsd,
    CacheSaved cacheSaved,
    OptionalLong avgDurationMs,
    OptionalLong p95DurationMs) {

  public static Totals of(UsageSums sums) {
    Latency latency = sums.latency();
    return new Totals(
        sums.requestCount(),
        sums.errorCount(),
        sums.errorRate(),
        sums.unpricedRequests(),
        TokenFields.of(sums.tokens()),
        Money.microsFromNanos(sums.costNanos()),
        Money.usdTextFromNanos(sums.costNanos()),
        CacheSaved.of(sums),
        latency.averageMs(),
        latency.p95Ms());
  }
}
