package io.tokenledger.query.sums.http;

import io.tokenledger.events.Money;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.UsageSums;
import java.time.LocalDate;
import java.util.List;

/** The answer of {@code …/analytics/usage}. */
public record UsageAnswer(List<Row> usage) {

  /**
   * One day, provider, model and feature.
   *
   * @param estimatedCostMicros in micro-dollars, rounded half to even from the exact sum
   */
  public record Row(
      String orgId,
      LocalDate date,
      String provider,
      String modelName,
      String feature,
      long requestCount,
      long errorCount,
      long inputTokens,
      long outputTokens,
      long cacheReadTokens,
      long cacheWriteTokens,
      long reasoningTokens,
      long embeddingTokens,
      long totalTokens,
      long estimatedCostMicros,
      long unpricedRequests) {}

  public static UsageAnswer of(List<DailyUsage> usage) {
    return new UsageAnswer(usage.stream().map(UsageAnswer::toRow).toList());
  }

  private static Row toRow(DailyUsage usage) {
    UsageSums sums = usage.sums();
    TokenCounts tokens = sums.tokens();
    return new Row(
        usage.orgId(),
        usage.date(),
        usage.provider(),
        usage.modelName(),
        usage.feature(),
        sums.requestCount(),
        sums.errorCount(),
        tokens.input(),
        tokens.output(),
        tokens.count(TokenClass.CACHE_READ),
        tokens.count(TokenClass.CACHE_WRITE),
        tokens.count(TokenClass.REASONING),
        tokens.embedding(),
        tokens.total(),
        Money.microsFromNanos(sums.costNanos()),
        sums.unpricedRequests());
  }
}
