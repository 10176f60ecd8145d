package io.tokenledger.query.conversations;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.support.GoldenSql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationSqlTest {

  private static final AccessScope SCOPE =
      new AccessScope(false, Set.of("acme"), Set.of("globex"), "u-1");
  private static final DateRange BERLIN =
      new DateRange(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("Europe/Berlin"));

  @Test
  void oneInEveryOrgOfTheCaller() {
    GoldenSql.assertKept("conversation", ConversationSql.one(SCOPE, "c-1"));
  }

  @Test
  void aPageOfThemAndHowManyThereAre() {
    ConversationQuery query =
        new ConversationQuery(
            Optional.of(BERLIN),
            50,
            0,
            Optional.of(
                new ConversationQuery.Position(Instant.parse("2026-03-07T10:00:00Z"), "c-9")));
    GoldenSql.assertKept("conversation-page", ConversationSql.page(SCOPE, query));
    GoldenSql.assertKept("conversation-total", ConversationSql.total(SCOPE, query));
  }
}
