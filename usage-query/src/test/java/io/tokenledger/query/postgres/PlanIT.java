package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.analytics.OwnUsageReads;
import io.tokenledger.query.analytics.TopUsersQuery;
import io.tokenledger.query.analytics.TopUsersSql;
import io.tokenledger.query.export.ExportSql;
import io.tokenledger.query.log.LogPosition;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Granularity;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSource;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.query.tags.TagLogSql;
import io.tokenledger.query.tags.TagQuery;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL would do. Reports do not touch raw events, save for a bounded stretch of the
 * index by org and time. With so few rows it would rather read whole tables, so that is taken from
 * it: it reads one all the same where no index serves.
 */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PlanIT {

  private static final AccessScope SCOPE = AccessScope.ofWholeOrgs(Set.of("plan-acme"));
  private static final ScopedReads.Read NO_SEQUENTIAL_SCANS =
      new ScopedReads.Read("SELECT set_config('enable_seqscan', 'off', true)", Tuple.tuple());

  private static final LocalDate MARCH_5 = LocalDate.parse("2026-03-05");

  @Inject ScopedReads reads;

  @BeforeAll
  static void partitions() {
    TestLedger.migrate();
    for (int day = 1; day <= 9; day++) {
      LedgerRows.event("plan-acme", "e", Instant.parse("2026-03-0" + day + "T12:00:00Z"), Map.of());
    }
    // Among the events of many, or every index would do.
    TestLedger.execute(
        """
        INSERT INTO raw.usage_event
        SELECT (jsonb_populate_record(e, jsonb_build_object('org_id', 'plan-' || n,
          'event_key', left(e.event_key::text, 24) || lpad(to_hex(n), 12, '0')))).*
        FROM raw.usage_event e, generate_series(1, 500) AS n WHERE e.org_id = 'plan-acme'
        ON CONFLICT DO NOTHING""");
    TestLedger.execute("ANALYZE raw.usage_event");
  }

  @Test
  void sumsOfAnOrgNeverTouchRawEvents() throws Throwable {
    for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Kathmandu")) {
      DateRange range = range(zone);
      SumsStatement byDay = statement(UsageSource.BY_ORG, range.dayBounds());
      assertThat(plan(byDay.bySpan(20_001, "provider")))
          .doesNotContain("usage_event")
          .doesNotContain("Seq Scan");
      SumsStatement whole = statement(UsageSource.BY_ORG, List.of(range.start(), range.end()));
      assertThat(plan(whole.ranked(100, List.of(List.of("provider")))))
          .doesNotContain("usage_event")
          .doesNotContain("Seq Scan");
    }
  }

  /** Of quarters, which are many more, only the days are read that are not settled yet. */
  @Test
  void daysOfAnyZoneAreReadByHoursWhereTheyAreSettled() throws Throwable {
    for (int day = 1; day <= 9; day++) {
      LedgerRows.daily("plan-acme", "2026-03-0" + day, Map.of());
    }
    TestLedger.execute(
        "UPDATE rollup.org_hours_day SET settled = true"
            + " WHERE org_id = 'plan-acme' AND usage_date <> '2026-03-06'");
    for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")) {
      DateRange range = range(zone);
      for (List<Instant> bounds : List.of(range.dayBounds(), Granularity.HOURLY.boundsIn(range))) {
        ScopedReads.Read read = statement(UsageSource.BY_ORG, bounds).bySpan(20_001, "model_name");
        String plan = explained("EXPLAIN (ANALYZE, FORMAT JSON) ", read);
        assertThat(looksAt(plan, "org_quarter_hour_usage")).as(zone).isEqualTo(1);
        assertThat(looksAt(plan, "org_hours_usage")).as(zone).isGreaterThanOrEqualTo(7);
        assertThat(plan).contains("org_hours_usage_pkey").doesNotContain("Seq Scan");
      }
    }
  }

  private static int looksAt(String plan, String table) {
    return Api.json(plan).findParents("Relation Name").stream()
        .filter(node -> node.path("Relation Name").asText().equals(table))
        .mapToInt(node -> node.path("Actual Loops").asInt())
        .sum();
  }

  /** Of a member of hundreds of orgs, the rows of all others in these orgs are not read. */
  @Test
  void whatAUserUsedIsReadByUser() throws Throwable {
    Set<String> orgs =
        IntStream.range(0, 500).mapToObj(n -> "plan-" + n).collect(Collectors.toSet());
    AccessScope own = AccessScope.ofOwnRows(orgs, "ann");
    List<String> indexes =
        Api.json(plan(OwnUsageReads.ofRows(own, range("UTC"), 10).get(0)))
            .findValuesAsText("Index Name");
    assertThat(indexes).containsOnly("org_user_daily_usage_user");
  }

  @Test
  void sumsByUserOrTagTouchThemAtTheEndsOfARangeOnly() throws Throwable {
    for (UsageSource source : List.of(UsageSource.BY_USER, UsageSource.BY_TAG)) {
      DateRange utc = range("UTC");
      assertThat(plan(statement(source, List.of(utc.start(), utc.end())).bySpan()))
          .doesNotContain("usage_event")
          .doesNotContain("Seq Scan");
      DateRange berlin = range("Europe/Berlin");
      assertBounded(plan(statement(source, List.of(berlin.start(), berlin.end())).bySpan()));
    }
    assertBounded(
        plan(
            TopUsersSql.read(
                SCOPE, new TopUsersQuery(range("Europe/Berlin"), UsageFilter.EVERYTHING, 20))));
  }

  @Test
  void pagesOfEventsReadAStretchOfTheIndex() throws Throwable {
    TagQuery tag =
        new TagQuery(range("UTC"), UsageFilter.EVERYTHING, "storyId", List.of("S-1"), 50);
    assertBounded(plan(TagLogSql.newest(SCOPE, tag)));
    assertBounded(
        plan(
            ExportSql.events(
                SCOPE,
                new UsageQuery(range("UTC"), UsageFilter.EVERYTHING),
                Optional.of(new LogPosition(Instant.parse("2026-03-05T12:00:00Z"), new UUID(1, 1))),
                1_000)));
  }

  /** Of nine days around one, and of those that are noted for its events. */
  @Test
  void daysThatAreNotAskedForAreNotPlanned() throws Throwable {
    DateRange fifth = new DateRange(MARCH_5, MARCH_5, ZoneId.of("UTC"));
    ScopedReads.Read export =
        ExportSql.events(
            SCOPE, new UsageQuery(fifth, UsageFilter.EVERYTHING), Optional.empty(), 1_000);
    assertThat(partitionsIn(plan(export)))
        .containsExactly("usage_event_20260304", "usage_event_20260305", "usage_event_20260306");
    DateRange berlin = new DateRange(MARCH_5, MARCH_5.plusDays(1), ZoneId.of("Europe/Berlin"));
    assertThat(partitionsIn(plan(statement(UsageSource.BY_USER, berlin.bounds()).bySpan())))
        .containsExactly(
            "usage_event_20260303",
            "usage_event_20260304",
            "usage_event_20260305",
            "usage_event_20260306",
            "usage_event_20260307");

    LedgerRows.farDay("plan-acme", "2026-03-01", "2026-03-05", "2026-03-05");
    LedgerRows.farDay("plan-acme", "2026-03-08", "2026-02-01", "2026-03-04");
    LedgerRows.farDay("plan-other", "2026-03-09", "2026-03-05", "2026-03-05");
    assertThat(partitionsIn(plan(export)))
        .containsExactly(
            "usage_event_20260301",
            "usage_event_20260304",
            "usage_event_20260305",
            "usage_event_20260306");
    LedgerRows.farDay("", "2026-03-02", "-infinity", "infinity");
    assertThat(partitionsIn(plan(export))).hasSize(5).contains("usage_event_20260302");
    TestLedger.execute("DELETE FROM raw.far_day WHERE org_id IN ('', 'plan-acme', 'plan-other')");
  }

  private static Set<String> partitionsIn(String plan) {
    return Api.json(plan).findValuesAsText("Relation Name").stream()
        .filter(name -> name.startsWith("usage_event"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theNewestEventsOfATagAreReadFromTheNewestDayOnUntilThereAreEnough() throws Throwable {
    for (int day = 2; day <= 8; day++) {
      String date = "2026-03-0" + day;
      Map<String, Object> tagged = Map.of("tags", TestLedger.jsonb("{\"storyId\":\"S-2\"}"));
      LedgerRows.event("plan-acme", "first", Instant.parse(date + "T13:00:00Z"), tagged);
      LedgerRows.event("plan-acme", "then", Instant.parse(date + "T14:00:00Z"), tagged);
      LedgerRows.tagDaily("plan-acme", "storyId", "S-2", date, Map.of());
    }
    TagQuery tag = new TagQuery(range("UTC"), UsageFilter.EVERYTHING, "storyId", List.of("S-2"), 3);
    ScopedReads.Read newest = TagLogSql.newest(SCOPE, tag);
    assertThat(daysRead(explained("EXPLAIN (ANALYZE, FORMAT JSON) ", newest))).isEqualTo(2);
  }

  /** Beside its own day an event may lie in the partition of another one: each is asked. */
  private static int daysRead(String plan) {
    return Api.json(plan).findParents("Relation Name").stream()
        .filter(node -> node.path("Relation Name").asText().startsWith("usage_event"))
        .mapToInt(node -> node.path("Actual Loops").asInt())
        .max()
        .orElseThrow();
  }

  private static SumsStatement statement(UsageSource source, List<Instant> bounds) {
    return new SumsStatement(source, SCOPE, bounds, UsageFilter.EVERYTHING);
  }

  private static DateRange range(String zone) {
    return new DateRange(
        LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of(zone));
  }

  private String plan(ScopedReads.Read read) throws Throwable {
    return explained("EXPLAIN (FORMAT JSON) ", read);
  }

  private String explained(String how, ScopedReads.Read read) throws Throwable {
    ScopedReads.Read explain =
        new ScopedReads.Read(how + read.sql(), read.parameters(), read.occurred());
    return VertxContextSupport.subscribeAndAwait(
        () ->
            reads
                .run(SCOPE, NO_SEQUENTIAL_SCANS, explain)
                .map(answers -> answers.get(1).iterator().next().getValue(0).toString()));
  }

  private static void assertBounded(String plan) {
    List<JsonNode> scans =
        Api.json(plan).findParents("Relation Name").stream()
            .filter(node -> node.path("Relation Name").asText().startsWith("usage_event"))
            .toList();
    assertThat(scans).isNotEmpty();
    for (JsonNode scan : scans) {
      assertThat(scan.path("Node Type").asText()).as(scan.toString()).isEqualTo("Index Scan");
      assertThat(scan.path("Index Cond").asText())
          .contains("org_id = ")
          .contains("occurred_at >= ")
          .contains("occurred_at < ");
    }
  }
}
