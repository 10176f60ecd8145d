package io.tokenledger.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {

  private static final Instant END = Instant.parse("2026-03-18T10:30:00Z");

  private static DemoHistory history;
  private static List<ObjectNode> events;

  @BeforeAll
  static void generate() throws IOException {
    history = new DemoHistory(TraceCall.trace());
    events = history.before(END).toList();
  }

  @Test
  void theSameMomentGivesTheSameEvents() {
    assertThat(history.before(END).toList()).isEqualTo(events);
  }

  @Test
  void aLaterMomentRepeatsTheDaysBothHave() {
    Set<String> later = ids(history.before(END.plusSeconds(86_400)).toList());
    Set<String> common =
        ids(
            events.stream()
                .filter(event -> time(event).isAfter(END.minusSeconds(86_400)))
                .toList());
    assertThat(later).containsAll(common);
  }

  @Test
  void fillsTenWeeksWithUniqueIdsThatCarryTheirTime() {
    assertThat(events).hasSizeBetween(40_000, 60_000);
    assertThat(ids(events)).hasSize((int) count(event -> !event.has("revision")));
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(time(event)).isBefore(END).isAfter(END.minusSeconds(71 * 86_400));
              long id = UUID.fromString(event.get("eventId").asText()).getMostSignificantBits();
              assertThat(id >>> 16).isEqualTo(time(event).toEpochMilli());
            });
  }

  /** A report of the last 30 days compares them with the 30 before. */
  @Test
  void theDaysBeforeThoseOfAReportAreThereToo() {
    for (DemoOrg org : DemoPlatform.ORGS) {
      assertThat(days(org)).as(org.id()).hasSizeGreaterThan(65);
    }
  }

  /** They are looked at first. */
  @Test
  void theLastDaysComeFirst() {
    assertThat(events.subList(0, 3_000))
        .allSatisfy(event -> assertThat(time(event)).isAfter(END.minusSeconds(6 * 86_400)));
  }

  @Test
  void aRevisionFollowsWhatItRevises() {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).has("revision")) {
        assertThat(events.get(i - 1).get("eventId")).isEqualTo(events.get(i).get("eventId"));
        assertThat(events.get(i - 1).get("usageSource").asText()).isEqualTo("partial");
      }
    }
    assertThat(count(event -> event.has("revision"))).isBetween(50L, 400L);
    assertThat(count(event -> event.has("voided"))).isPositive();
  }

  @Test
  void partsDoNotExceedTheirTotals() {
    assertThat(events)
        .allSatisfy(
            event -> {
              long parts = sum(event, "cacheReadTokens", "cacheWriteTokens", "imageInputTokens");
              assertThat(parts).isLessThanOrEqualTo(sum(event, "inputTokens"));
              assertThat(sum(event, "reasoningTokens", "imageOutputTokens"))
                  .isLessThanOrEqualTo(sum(event, "outputTokens"));
            });
  }

  @Test
  void looksLikeAPlatform() {
    assertThat(distinct("orgId")).hasSize(DemoPlatform.ORGS.size());
    assertThat(distinct("provider")).contains("openai", "anthropic", "google", "groq", "ollama");
    assertThat(distinct("feature")).hasSize(DemoFeature.values().length);
    assertThat(count(event -> !event.get("success").asBoolean()) * 100 / events.size())
        .isBetween(1L, 3L);
    assertThat(count(event -> event.get("metadata").isEmpty())).isZero();
    for (String field :
        List.of("cacheReadTokens", "cacheWriteTokens", "imageOutputTokens", "units")) {
      assertThat(count(event -> event.has(field))).as(field).isGreaterThan(100);
    }
  }

  private static long sum(ObjectNode event, String... fields) {
    return Stream.of(fields).mapToLong(field -> event.path(field).asLong()).sum();
  }

  private static Set<String> days(DemoOrg org) {
    return events.stream()
        .filter(event -> event.get("orgId").asText().equals(org.id()))
        .map(event -> event.get("occurredAt").asText().substring(0, 10))
        .collect(Collectors.toSet());
  }

  private static long count(Predicate<ObjectNode> wanted) {
    return events.stream().filter(wanted).count();
  }

  private static Set<String> distinct(String field) {
    Set<String> values = new HashSet<>();
    events.forEach(event -> values.add(event.get(field).asText()));
    return values;
  }

  private static Set<String> ids(List<ObjectNode> list) {
    Set<String> ids = new HashSet<>();
    list.forEach(event -> ids.add(event.get("eventId").asText()));
    return ids;
  }

  private static Instant time(ObjectNode event) {
    return Instant.parse(event.get("occurredAt").asText());
  }
}
