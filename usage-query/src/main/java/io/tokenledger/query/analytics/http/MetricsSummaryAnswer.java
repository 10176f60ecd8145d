package io.tokenledger.query.analytics.http;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.sums.http.Totals;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The answer of {@code /metrics-summary}, of all orgs together.
 *
 * @param avgDurationMs null when no call told how long it took
 * @param tokens by class, such as {@code cacheRead}; {@code total} is input, output and embedding,
 *     the others are parts of these
 */
public record MetricsSummaryAnswer(
    LocalDate from,
    LocalDate to,
    long requests,
    long errors,
    long unpricedRequests,
    OptionalLong avgDurationMs,
    Map<String, Long> tokens,
    long estimatedCostMicros,
    String costUsd) {

  static MetricsSummaryAnswer of(DateRange range, UsageSums sums) {
    Totals totals = Totals.of(sums);
    return new MetricsSummaryAnswer(
        range.from(),
        range.to(),
        totals.requestCount(),
        totals.errorCount(),
        totals.unpricedRequests(),
        totals.avgDurationMs(),
        byClass(sums.tokens()),
        totals.estimatedCostMicros(),
        totals.costUsd());
  }

  private static Map<String, Long> byClass(TokenCounts tokens) {
    Map<String, Long> counts = new LinkedHashMap<>();
    TokenClass.ALL.forEach(each -> counts.put(each.code(), tokens.count(each)));
    counts.put("total", tokens.total());
    return counts;
  }
}
