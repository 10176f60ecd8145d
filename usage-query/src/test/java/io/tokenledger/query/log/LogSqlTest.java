package io.tokenledger.query.log;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.support.GoldenSql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));

  @Test
  void aPageAndHowManyThereAre() {
    LogQuery query =
        new LogQuery(
            new UsageQuery(BERLIN, new UsageFilter("openai", "gpt-x", "chat")),
            new LogQuery.Filter("agent.reviewer", "ann", "c-1", Optional.of(false)),
            50,
            0,
            Optional.of(new LogPosition(Instant.parse("2026-03-05T12:00:00Z"), new UUID(1, 2))));
    GoldenSql.assertKept("log-page", LogSql.page(ACME, query));
    GoldenSql.assertKept("log-total", LogSql.total(ACME, query));
  }

  @Test
  void theFirstPageOfEverything() {
    LogQuery query =
        new LogQuery(
            new UsageQuery(BERLIN, UsageFilter.EVERYTHING),
            new LogQuery.Filter("", "", "", Optional.empty()),
            50,
            10,
            Optional.empty());
    GoldenSql.assertKept("log-first-page", LogSql.page(ACME, query));
  }
}
