package io.tokenledger.query.analytics.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.analytics.OwnUsage;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.sums.http.Totals;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer of {@code /me/usage}.
 *
 * @param usage ordered by date, org, provider and model
 */
public record OwnUsageAnswer(String userId, Totals totals, List<Row> usage) {

  /** One org, UTC day and model. */
  public record Row(
      String orgId,
      LocalDate date,
      String provider,
      String modelName,
      @JsonUnwrapped Totals totals) {}

  static OwnUsageAnswer of(String userId, List<OwnUsage> usage) {
    UsageSums all = usage.stream().map(OwnUsage::sums).reduce(UsageSums.NONE, UsageSums::plus);
    return new OwnUsageAnswer(
        userId, Totals.of(all), usage.stream().map(OwnUsageAnswer::toRow).toList());
  }

  private static Row toRow(OwnUsage usage) {
    return new Row(
        usage.orgId(), usage.date(), usage.provider(), usage.modelName(), Totals.of(usage.sums()));
  }
}
