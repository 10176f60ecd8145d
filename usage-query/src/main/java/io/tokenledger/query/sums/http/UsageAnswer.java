package io.tokenledger.query.sums.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.events.Money;
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
      @JsonUnwrapped TokenFields tokens,
      long estimatedCostMicros,
      long unpricedRequests) {}

  public static UsageAnswer of(List<DailyUsage> usage) {
    return new UsageAnswer(usage.stream().map(UsageAnswer::toRow).toList());
  }

  private static Row toRow(DailyUsage usage) {
    UsageSums sums = usage.sums();
    return new Row(
        usage.orgId(),
        usage.date(),
        usage.provider(),
        usage.modelName(),
        usage.feature(),
        sums.requestCount(),
        sums.errorCount(),
        TokenFields.of(sums.tokens()),
        Money.microsFromNanos(sums.costNanos()),
        sums.unpricedRequests());
  }
}
