package io.tokenledger.query.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.sums.http.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer of {@code /platform/orgs}.
 *
 * @param totals of all orgs, listed or not; without percentiles
 * @param orgs by cost, the highest first
 */
public record PlatformAnswer(LocalDate from, LocalDate to, Totals totals, List<OrgUsage> orgs) {

  /**
   * What one org used.
   *
   * @param name the id, where the directory does not know the org
   * @param share of the cost of all, 0 to 1
   */
  public record OrgUsage(
      String orgId, String name, BigDecimal share, @JsonUnwrapped Totals totals) {}

  static PlatformAnswer of(DateRange range, PlatformTotals found) {
    return new PlatformAnswer(
        range.from(),
        range.to(),
        Totals.of(found.totals()),
        found.orgs().stream().map(org -> toOrgUsage(org, found.totals())).toList());
  }

  private static OrgUsage toOrgUsage(Keyed<PlatformTotals.Org> org, UsageSums all) {
    return new OrgUsage(
        org.key().orgId(), org.key().name(), org.sums().shareOf(all), Totals.of(org.sums()));
  }
}
