package io.tokenledger.query.export;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.support.GoldenSql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));
  private static final UsageFilter FILTER = new UsageFilter("openai", "gpt-x", "chat");

  @Test
  void eventsInTheOrderOfTheIndex() {
    GoldenSql.assertKept("export", ExportSql.read(ACME, new UsageQuery(BERLIN, FILTER)));
  }
}
