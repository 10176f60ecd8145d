package io.tokenledger.query.sums;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.support.GoldenSql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SumsStatementTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));
  private static final UsageFilter FILTER = new UsageFilter("openai", "gpt-x", "chat");

  @Test
  void daysOfUtcAreReadFromTheRollupByDay() {
    DateRange utc = new DateRange(BERLIN.from(), BERLIN.to(), ZoneId.of("UTC"));
    GoldenSql.assertKept(
        "sums-of-utc-days",
        new SumsStatement(
                UsageSource.BY_ORG.withoutLatency(), ACME, utc.dayBounds(), UsageFilter.EVERYTHING)
            .bySpan(20_001, "provider", "model_name"));
  }

  @Test
  void aRangeOfAnotherZoneHasPartsOfDays() {
    GoldenSql.assertKept(
        "sums-of-one-span",
        new SumsStatement(UsageSource.BY_ORG, ACME, BERLIN.bounds(), FILTER).bySpan());
  }

  @Test
  void setsOfColumnsAreRanked() {
    GoldenSql.assertKept(
        "sums-ranked",
        new SumsStatement(UsageSource.BY_TAG, ACME, BERLIN.bounds(), FILTER)
            .ranked(10, List.of(List.of("category"), List.of("activity", "model_name"))));
  }
}
