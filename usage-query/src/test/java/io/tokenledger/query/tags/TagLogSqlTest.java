package io.tokenledger.query.tags;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.support.GoldenSql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagLogSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));
  private static final UsageFilter FILTER = new UsageFilter("openai", "gpt-x", "chat");

  @Test
  void theNewestEventsDayByDay() {
    GoldenSql.assertKept(
        "tag-log",
        TagLogSql.newest(ACME, new TagQuery(BERLIN, FILTER, "storyId", List.of("S-1"), 50)));
  }
}
