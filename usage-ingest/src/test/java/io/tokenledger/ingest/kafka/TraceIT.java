package io.tokenledger.ingest.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.LogLines;
import io.tokenledger.service.testing.TestTokens;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trace of a call on its way from the producer's headers to the raw row, and to the log. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TraceIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject OutcomeLog outcomeLog;

  private final String org = "org-" + UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({"traceparent", "ce_traceparent"})
  void theHeaderOfAMessageIsKeptWithTheRow(String header) {
    LedgerClient.send(event("traced").getBytes(StandardCharsets.UTF_8), Map.of(header, PARENT));
    assertThat(storedParent()).isEqualTo(PARENT);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "no trace",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
  })
  void whatIsNoTraceIsLeftOut(String header) {
    LedgerClient.send(
        event("untraced").getBytes(StandardCharsets.UTF_8), Map.of("traceparent", header));
    assertThat(storedParent()).isNull();
  }

  @Test
  void theHeaderOfARequestGoesTheSameWay() {
    given()
        .auth()
        .oauth2(TestTokens.token("gateway", Map.of(org, "admin"), "events:write"))
        .header("traceparent", PARENT)
        .contentType("application/json")
        .body(event("submitted"))
        .post("/v1/events")
        .then()
        .statusCode(202);
    assertThat(storedParent()).isEqualTo(PARENT);
  }

  @Test
  void theLogTellsCountsAndTheTraceOfWhatWasRefused() {
    outcomeLog.tell();
    try (LogLines log = LogLines.of(OutcomeLog.class)) {
      LedgerClient.send("{}".getBytes(StandardCharsets.UTF_8), Map.of("traceparent", PARENT));
      LedgerClient.send(event("good"));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                outcomeLog.tell();
                assertThat(sum(log, "(\\d+) recorded")).isPositive();
                assertThat(sum(log, "(\\d+) invalid")).isPositive();
                assertThat(log.messages())
                    .anyMatch(line -> line.matches("Refused.*missing_field.*, trace " + TRACE));
              });
      int told = log.messages().size();
      outcomeLog.tell();
      assertThat(log.messages()).as("nothing is told of nothing").hasSize(told);
    }
  }

  private static int sum(LogLines log, String number) {
    return Pattern.compile(number)
        .matcher(String.join("\n", log.messages()))
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }

  private String storedParent() {
    return (String)
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    LedgerClient.select(
                        "SELECT traceparent FROM raw.usage_event WHERE org_id = ?", org),
                rows -> rows.size() == 1)
            .get(0);
  }

  private String event(String id) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"model\":\"gpt-4o\"}"
        .formatted(id, org);
  }
}
