package io.tokenledger.query.export;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogPosition;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.query.support.GoldenSql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));
  private static final UsageFilter FILTER = new UsageFilter("openai", "gpt-x", "chat");

  @Test
  void eventsInTheOrderOfTheIndex() {
    UsageQuery query = new UsageQuery(BERLIN, FILTER);
    GoldenSql.assertKept("export", ExportSql.events(ACME, query, Optional.empty(), 1_000));
    LogPosition last = new LogPosition(Instant.parse("2026-03-02T09:15:21.412Z"), new UUID(1, 2));
    GoldenSql.assertKept("export-goes-on", ExportSql.events(ACME, query, Optional.of(last), 1_000));
  }

  @Test
  void sumsOfADayGoOnBehindTheLast() {
    DateRange day = new DateRange(BERLIN.from(), BERLIN.from(), BERLIN.zone());
    DailyUsage last = new DailyUsage("acme", day.from(), "openai", "gpt-x", "chat", UsageSums.NONE);
    UsageQuery all = new UsageQuery(BERLIN, UsageFilter.EVERYTHING);
    GoldenSql.assertKept("export-sums", ExportSql.sums(ACME, all, day, Optional.of(last), 5_000));
  }
}
