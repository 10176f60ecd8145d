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
  void fillsFourWeeksWithUniqueIdsThatCarryTheirTime() {
    assertThat(events).hasSizeBetween(25_000, 50_000);
    assertThat(ids(events)).hasSameSizeAs(events);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(time(event)).isBefore(END).isAfter(END.minusSeconds(29 * 86_400));
              long id = UUID.fromString(event.get("eventId").asText()).getMostSignificantBits();
              assertThat(id >>> 16).isEqualTo(time(event).toEpochMilli());
            });
  }

  @Test
  void partsDoNotExceedTheirTotals() {
    assertThat(events)
        .allSatisfy(
            event -> {
              long parts =
                  event.path("cacheReadTokens").asLong() + event.path("cacheWriteTokens").asLong();
              assertThat(parts).isLessThanOrEqualTo(event.path("inputTokens").asLong());
              assertThat(event.path("reasoningTokens").asLong())
                  .isLessThanOrEqualTo(event.path("outputTokens").asLong());
            });
  }

  @Test
  void looksLikeAPlatform() {
    assertThat(distinct("orgId")).hasSize(DemoPlatform.ORGS.size());
    assertThat(distinct("provider")).contains("openai", "anthropic", "google", "groq", "ollama");
    assertThat(distinct("feature")).hasSize(DemoFeature.values().length);
    assertThat(count(event -> !event.get("success").asBoolean()) * 100 / events.size())
        .isBetween(1L, 3L);
    assertThat(count(event -> event.has("metadata"))).isPositive();
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
