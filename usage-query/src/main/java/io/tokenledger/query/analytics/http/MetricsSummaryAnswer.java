package io.tokenledger.query.analytics.http;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.sums.http.Totals;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * The answer of {@code /metrics-summary}, of all orgs together.
 *
 * @param avgDurationMs null when no call told how long it took
 */
public record MetricsSummaryAnswer(
    LocalDate from,
    LocalDate to,
    long requests,
    long errors,
    long unpricedRequests,
    OptionalLong avgDurationMs,
    Tokens tokens,
    long estimatedCostMicros,
    String costUsd) {

  /** By class; the total is input, output and embedding, the others are parts of these. */
  public record Tokens(
      long input,
      long output,
      long cacheRead,
      long cacheWrite,
      long reasoning,
      long embedding,
      long total) {}

  static MetricsSummaryAnswer of(DateRange range, UsageSums sums) {
    Totals totals = Totals.of(sums);
    return new MetricsSummaryAnswer(
        range.from(),
        range.to(),
        totals.requestCount(),
        totals.errorCount(),
        totals.unpricedRequests(),
        totals.avgDurationMs(),
        new Tokens(
            totals.inputTokens(),
            totals.outputTokens(),
            totals.cacheReadTokens(),
            totals.cacheWriteTokens(),
            totals.reasoningTokens(),
            totals.embeddingTokens(),
            totals.totalTokens()),
        totals.estimatedCostMicros(),
        totals.costUsd());
  }
}
