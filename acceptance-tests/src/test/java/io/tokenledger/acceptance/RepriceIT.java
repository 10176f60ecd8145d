package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A price that comes late, and one that is corrected: the analytics follow, to the nano-dollar. */
class RepriceIT {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String ORG = "reprice";
  private static final String MODEL = "house/reprice-1";
  private static final int EVENTS = 500;
  private static final Instant TIME = Instant.now().minus(Duration.ofDays(1));
  private static final String DAY = LocalDate.ofInstant(TIME, ZoneOffset.UTC).toString();

  private final RunningLedger ledger = RunningLedger.shared();
  private final Api api = ledger.api();

  @Test
  void eventsWithoutPriceGetOneAndACorrectedPriceIsTakenWhenAskedFor(@TempDir Path folder)
      throws IOException {
    List<String> events = IntStream.range(0, EVENTS).mapToObj(RepriceIT::event).toList();
    ledger.command().run("send", "--file", Files.write(folder.resolve("e"), events).toString());
    await().atMost(SECONDS).until(() -> total("unpricedRequests") == EVENTS);
    assertThat(unpriced()).contains(MODEL);

    setPrice("2");
    awaitCost(EVENTS * 2_000L);
    assertThat(total("unpricedRequests")).isZero();
    assertThat(unpriced()).doesNotContain(MODEL);

    setPrice("0.5");
    JsonNode dry = finished(order(true));
    assertThat(dry.required("eventsChanged").longValue()).isEqualTo(EVENTS);
    assertThat(dry.required("differences").get(0).required("costUsdDelta").textValue())
        .isEqualTo("-0.75");
    assertThat(total("estimatedCostMicros")).isEqualTo(EVENTS * 2_000L);
    finished(order(false));
    awaitCost(EVENTS * 500L);
  }

  private static String event(int number) {
    return """
        {"eventId":"reprice-%d","orgId":"%s","userId":"u","provider":"house","modelName":"%s",\
        "inputTokens":1000,"conversationId":"c","metadata":{"storyId":"s"},"occurredAt":"%s"}"""
        .formatted(number, ORG, MODEL, TIME);
  }

  private void setPrice(String input) {
    String body =
        "{\"rates\":{\"input\":\"%s\",\"output\":\"0\"},\"effectiveFrom\":\"1970-01-01T00:00:00Z\"}"
            .formatted(input);
    Api.Answer answer =
        api.call(
            Component.PRICING_SERVICE, "PUT", "/v1/prices/house/" + MODEL, api.superadmin(), body);
    assertThat(answer.status()).isEqualTo(201);
  }

  private String order(boolean dryRun) {
    String body =
        "{\"orgId\":\"%s\",\"modelName\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"corrected\",\"dryRun\":%s}"
            .formatted(ORG, MODEL, DAY, DAY, dryRun);
    Api.Answer answer =
        api.call(Component.PRICING_SERVICE, "POST", "/v1/reprice", api.superadmin(), body);
    assertThat(answer.status()).isEqualTo(202);
    return answer.json().required("id").textValue();
  }

  private JsonNode finished(String run) {
    return await()
        .atMost(SECONDS)
        .until(
            () -> pricing("/v1/reprice/runs/" + run),
            answer -> answer.required("status").textValue().equals("finished"));
  }

  private String unpriced() {
    return pricing("/v1/unpriced").toString();
  }

  private JsonNode pricing(String path) {
    Api.Answer answer = api.get(Component.PRICING_SERVICE, path, api.superadmin());
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json();
  }

  private void awaitCost(long micros) {
    await().atMost(SECONDS).until(() -> total("estimatedCostMicros") == micros);
    await()
        .atMost(SECONDS)
        .untilAsserted(() -> assertThat(ledger.tables().drift(List.of(ORG))).isEmpty());
  }

  private long total(String counter) {
    String path = "/orgs/" + ORG + "/analytics/usage?from=" + DAY + "&to=" + DAY;
    JsonNode usage =
        api.get(Component.USAGE_QUERY, path, api.superadmin()).json().required("usage");
    long total = 0;
    for (JsonNode row : usage) {
      total += row.required(counter).longValue();
    }
    return total;
  }
}
