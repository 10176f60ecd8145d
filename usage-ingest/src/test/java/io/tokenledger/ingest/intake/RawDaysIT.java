package io.tokenledger.ingest.intake;

import static io.restassured.RestAssured.given;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of days are made for the sender that needs them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RawDaysIT {

  private static final LocalDate LONG_AGO = LocalDate.of(2023, 2, 1);

  private final String org = "org-" + UUID.randomUUID();
  private final String writer = TestTokens.token("writer", Map.of(org, "admin"), "events:write");

  @Inject RawDays days;

  @Test
  void aRequestMakesTheDaysOfItsEventsBeforeTheyGoToKafka() {
    assertThat(hasTable(LONG_AGO)).isFalse();
    send("first", LONG_AGO);
    assertThat(hasTable(LONG_AGO)).isTrue();
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usageOf(org)).hasSize(1));
  }

  @Test
  void whatIsTooLateNeedsNone() {
    LocalDate tooLate = LocalDate.of(1990, 5, 5);
    send("late", tooLate);
    assertThat(hasTable(tooLate)).isFalse();
  }

  /** Each call makes some of them, so that it ends. */
  @Test
  void manyDaysAreThereAfterSomeRequests() {
    LocalDate first = LocalDate.of(2023, 3, 1);
    Set<LocalDate> many =
        Stream.iterate(first, day -> day.plusDays(1)).limit(100).collect(Collectors.toSet());
    await().atMost(Duration.ofMinutes(2)).until(() -> days.prepare(many));
    assertThat(many).allMatch(RawDaysIT::hasTable);
  }

  @Test
  void daysOfWhichNobodyKnowsThatTheyAreThereAreNotMadeAgain() {
    LocalDate day = LocalDate.of(2023, 2, 3);
    LedgerClient.execute("SELECT raw.ensure_day_partition('" + day + "')");
    assertThat(days.prepare(Set.of(day))).isTrue();
  }

  private void send(String id, LocalDate day) {
    given()
        .auth()
        .oauth2(writer)
        .contentType("application/json")
        .body(
            """
            {"eventId":"%s","orgId":"%s","provider":"openai","modelName":"gpt-4o",
             "occurredAt":"%sT10:00:00Z"}"""
                .formatted(id, org, day))
        .post("/v1/events")
        .then()
        .statusCode(202);
  }

  private static boolean hasTable(LocalDate day) {
    String name = "raw.usage_event_" + day.toString().replace("-", "");
    return select("SELECT to_regclass('" + name + "') IS NOT NULL").contains(true);
  }
}
