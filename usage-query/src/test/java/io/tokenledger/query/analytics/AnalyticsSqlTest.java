package io.tokenledger.query.analytics;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.support.GoldenSql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalyticsSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));
  private static final UsageFilter FILTER = new UsageFilter("openai", "gpt-x", "chat");

  @Test
  void aSummaryIsThreeReads() {
    ScopedReads.Read[] reads =
        SummarySql.reads(ACME, new SummaryQuery(SummaryPeriod.WEEK, BERLIN, FILTER));
    GoldenSql.assertKept("summary-previous", reads[0]);
    GoldenSql.assertKept("summary-groups", reads[1]);
    GoldenSql.assertKept("summary-tags", reads[2]);
  }

  @Test
  void topUsersHaveTheirNames() {
    GoldenSql.assertKept(
        "top-users", TopUsersSql.read(ACME, new TopUsersQuery(BERLIN, FILTER, 20)));
  }
}
