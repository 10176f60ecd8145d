package io.tokenledger.query.analytics.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every report agrees with the events it is of, and so with every other report, in every time zone.
 * The days hold changes of the clock: New York on March 8 (23 hours), Berlin on March 29, Lord Howe
 * (by half an hour) and Auckland (25 hours) on April 5.
 */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TotalsIT {

  private static final String ORG = "totals-acme";
  private static final LocalDate FROM = LocalDate.parse("2026-03-05");
  private static final LocalDate TO = LocalDate.parse("2026-04-06");
  private static final int EVENTS = 2_500;

  private static final List<UsageCase> EVENTS_OF_ALL =
      new RandomUsage(
              20260305,
              Instant.parse("2026-02-01T00:00:00Z"),
              Instant.parse("2026-04-09T00:00:00Z"))
          .events(EVENTS);

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    StoredUsage.store(ORG, EVENTS_OF_ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "Europe/Berlin",
        "Asia/Kathmandu",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
        "Pacific/Apia"
      })
  void everyReportIsTheSumOfItsEvents(String zone) {
    for (String filter : List.of("", "&provider=openai", "&modelName=model-1&feature=rag")) {
      Expected expected = expected(zone, filter, FROM, TO);
      assertUsage(zone, filter);
      assertSummary(zone, filter, expected);
      for (String granularity : List.of("hourly", "daily", "weekly", "monthly")) {
        assertTimeline(zone, filter, granularity, expected);
      }
      assertBreakdowns(zone, filter, expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08, 23",
    "Europe/Berlin, 2026-03-29, 23",
    "Pacific/Auckland, 2026-04-05, 25",
    "Australia/Lord_Howe, 2026-04-05, 25",
    "Asia/Kathmandu, 2026-04-05, 24"
  })
  void aDayHasAPointForEachHour(String zone, LocalDate day, int hours) {
    JsonNode timeline = get("timeline?granularity=hourly" + period(zone, day, day));
    assertThat(timeline.path("points")).hasSize(hours);
    expected(zone, "", day, day).assertAll(timeline.path("totals"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York"})
  void topUsersAndTagsAreExactInEveryZone(String zone) {
    LocalDate day = LocalDate.parse("2026-03-20");
    List<UsageCase> events = expected(zone, "", day, day).events();
    Map<String, Expected> byUser = by(events, UsageCase::userId);
    JsonNode users = get("top-users?limit=100" + period(zone, day, day)).path("topUsers");
    assertThat(users).hasSize(byUser.size() - (byUser.containsKey("") ? 1 : 0));
    for (JsonNode user : users) {
      Expected expected = byUser.get(user.path("userId").asText());
      assertThat(user.path("requestCount").asLong())
          .isEqualTo(expected.sum(UsageCase::requestCount));
      assertThat(user.path("estimatedCostMicros").asLong()).isEqualTo(expected.costMicros());
    }
    JsonNode values =
        get("tags/storyId?value=S-1&value=S-5&value=none" + period(zone, day, day)).path("values");
    assertThat(values.findValuesAsText("value")).containsExactly("S-1", "S-5", "none");
    for (JsonNode value : values) {
      tagged(events, "storyId", value.path("value").asText()).assertTotals(value);
    }
  }

  private static void assertUsage(String zone, String filter) {
    JsonNode rows = get("usage?" + filter.replaceFirst("^&", "") + period(zone, FROM, TO));
    Map<String, Expected> expected =
        by(
            expected(zone, filter, FROM, TO).events(),
            event ->
                String.join(
                    "/",
                    dayOf(event, zone).toString(),
                    event.provider(),
                    event.modelName(),
                    event.feature()));
    assertThat(rows.path("usage")).hasSize(expected.size());
    for (JsonNode row : rows.path("usage")) {
      String key =
          List.of("date", "provider", "modelName", "feature").stream()
              .map(name -> row.path(name).asText())
              .collect(Collectors.joining("/"));
      expected.get(key).assertCounts(row);
    }
  }

  private static void assertSummary(String zone, String filter, Expected expected) {
    JsonNode summary = get("summary?period=custom" + filter + period(zone, FROM, TO));
    expected.assertAll(summary.path("totals"));
    long days = TO.toEpochDay() - FROM.toEpochDay() + 1;
    expected(zone, filter, FROM.minusDays(days), FROM.minusDays(1))
        .assertAll(summary.at("/previous/totals"));
    assertGroups(summary.path("byProvider"), expected, UsageCase::provider, true);
    assertGroups(summary.path("byModel"), expected, UsageCase::modelName, true);
    assertGroups(summary.path("byFeature"), expected, UsageCase::feature, true);
    assertGroups(summary.path("byCategory"), expected, UsageCase::category, true);
    assertGroups(summary.path("byActivity"), expected, UsageCase::activity, true);
    for (JsonNode tag : summary.path("topTags")) {
      tagged(expected.events(), tag.path("key").asText(), tag.path("value").asText())
          .assertTotals(tag);
    }
    assertThat(summary.path("topTags")).hasSize(9);
  }

  private static void assertTimeline(
      String zone, String filter, String granularity, Expected expected) {
    String path = "timeline?granularity=" + granularity + filter + period(zone, FROM, TO);
    JsonNode timeline = get(path);
    expected.assertAll(timeline.path("totals"));
    OffsetDateTime end = FROM.atStartOfDay(ZoneId.of(zone)).toOffsetDateTime();
    for (JsonNode point : timeline.path("points")) {
      assertThat(OffsetDateTime.parse(point.path("start").asText())).isEqualTo(end);
      end = OffsetDateTime.parse(point.path("end").asText());
      between(expected.events(), point).assertAll(point);
    }
    assertThat(end).isEqualTo(TO.plusDays(1).atStartOfDay(ZoneId.of(zone)).toOffsetDateTime());
    for (JsonNode point : get(path + "&groupBy=modelName").path("points")) {
      Expected span = between(expected.events(), point);
      where(span.events(), e -> e.modelName().equals(point.path("group").asText()))
          .assertAll(point);
    }
  }

  private static void assertBreakdowns(String zone, String filter, Expected expected) {
    assertBreakdown(zone, filter, "provider", expected, UsageCase::provider, true);
    assertBreakdown(zone, filter, "modelName", expected, UsageCase::modelName, true);
    assertBreakdown(zone, filter, "feature", expected, UsageCase::feature, true);
    assertBreakdown(zone, filter, "category", expected, UsageCase::category, true);
    assertBreakdown(zone, filter, "activity", expected, UsageCase::activity, true);
    assertBreakdown(zone, filter, "user", expected, UsageCase::userId, false);
    JsonNode byTag = get("breakdown?by=tag:experimentId" + filter + period(zone, FROM, TO));
    expected.assertAll(byTag.path("totals"));
    for (JsonNode row : byTag.path("rows")) {
      tagged(expected.events(), "experimentId", row.path("key").asText()).assertTotals(row);
    }
  }

  private static void assertBreakdown(
      String zone,
      String filter,
      String by,
      Expected expected,
      Function<UsageCase, String> key,
      boolean histogram) {
    JsonNode breakdown = get("breakdown?by=" + by + filter + period(zone, FROM, TO));
    expected.assertAll(breakdown.path("totals"));
    assertGroups(breakdown.path("rows"), expected, key, histogram);
  }

  private static void assertGroups(
      JsonNode rows, Expected all, Function<UsageCase, String> key, boolean histogram) {
    Map<String, Expected> groups = by(all.events(), key);
    assertThat(rows).hasSize(groups.size());
    BigDecimal before = null;
    for (JsonNode row : rows) {
      Expected group = groups.get(row.path("key").isNull() ? "" : row.path("key").asText());
      if (histogram) {
        group.assertAll(row);
      } else {
        group.assertTotals(row);
      }
      assertThat(before == null || before.compareTo(group.costUsd()) >= 0).isTrue();
      before = group.costUsd();
    }
    double shares = rows.findValues("share").stream().mapToDouble(JsonNode::asDouble).sum();
    assertThat(Math.abs(shares - 1)).isLessThan(0.001);
  }

  private static Expected expected(String zone, String filter, LocalDate from, LocalDate to) {
    return where(
        EVENTS_OF_ALL,
        event ->
            !dayOf(event, zone).isBefore(from)
                && !dayOf(event, zone).isAfter(to)
                && (!filter.contains("provider=openai") || event.provider().equals("openai"))
                && (!filter.contains("model-1") || event.modelName().equals("model-1"))
                && (!filter.contains("feature=rag") || event.feature().equals("rag")));
  }

  private static Expected between(List<UsageCase> events, JsonNode point) {
    Instant start = OffsetDateTime.parse(point.path("start").asText()).toInstant();
    Instant end = OffsetDateTime.parse(point.path("end").asText()).toInstant();
    assertThat(Duration.between(start, end)).isPositive();
    return where(
        events, event -> !event.occurredAt().isBefore(start) && event.occurredAt().isBefore(end));
  }

  private static Expected tagged(List<UsageCase> events, String key, String value) {
    return where(events, event -> value.equals(String.valueOf(event.tags().get(key))));
  }

  private static Expected where(List<UsageCase> events, Predicate<UsageCase> condition) {
    return new Expected(events.stream().filter(condition).toList());
  }

  private static Map<String, Expected> by(List<UsageCase> events, Function<UsageCase, String> key) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                key, Collectors.collectingAndThen(Collectors.toList(), Expected::new)));
  }

  private static LocalDate dayOf(UsageCase event, String zone) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneId.of(zone));
  }

  private static String period(String zone, LocalDate from, LocalDate to) {
    return "&from=" + from + "&to=" + to + "&tz=" + zone;
  }

  private static JsonNode get(String report) {
    Api.Answer answer =
        Api.get("/orgs/" + ORG + "/analytics/" + report, TestTokens.token("root", "superadmin"));
    assertThat(answer.status()).as(report + ": " + answer.body()).isEqualTo(200);
    return answer.json();
  }
}
