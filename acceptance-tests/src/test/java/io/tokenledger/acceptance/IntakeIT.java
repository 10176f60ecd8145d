package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events over HTTP, and prices that change or cannot be asked for while events come in. */
class IntakeIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final Api API = LEDGER.api();
  private static final Duration NEW_PRICE_IN_USE_WITHIN = Duration.ofSeconds(2);
  private static final Duration RECORDED_WITHIN = Duration.ofSeconds(30);
  private static final long NANOS_PER_USD = 1_000_000_000L;

  @Test
  void anArrayIsAnsweredPerEvent() {
    String org = "intake-array";
    String body =
        "[" + event(org, "a", "gpt-4o") + ",{\"eventId\":\"b\"}," + event(org, "c", "gpt-4o") + "]";
    Api.Answer answer = API.call(Component.USAGE_INGEST, "POST", "/v1/events", writer(org), body);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().required("accepted").intValue()).isEqualTo(2);
    assertThat(answer.json().required("rejected")).hasSize(1);
    assertThat(answer.json().at("/rejected/0/index").intValue()).isEqualTo(1);
    assertThat(answer.json().at("/rejected/0/eventId").textValue()).isEqualTo("b");
    assertThat(answer.json().at("/rejected/0/code").textValue()).isEqualTo("missing_field");
    await()
        .atMost(RECORDED_WITHIN)
        .untilAsserted(() -> assertThat(LEDGER.tables().rawRows(List.of(org))).isEqualTo(2));
  }

  @Test
  void onlyAWriterOfTheOrgMayPost() {
    String body = event("intake-guarded", "a", "gpt-4o");
    assertThat(post(body, "")).isEqualTo(401);
    assertThat(post(body, API.token("u", Map.of("intake-guarded", "owner"), List.of())))
        .isEqualTo(403);
    assertThat(post(body, writer("another"))).isEqualTo(403);
    assertThat(post("not JSON", writer("intake-guarded"))).isEqualTo(400);
    assertThat(LEDGER.tables().rawRows(List.of("intake-guarded"))).isZero();
  }

  @Test
  void anEventSentTwiceCountsOnceAndAnotherOfItsIdNotAtAll() {
    String org = "intake-twice";
    assertThat(post(event(org, "a", "gpt-4o"), writer(org))).isEqualTo(202);
    assertThat(post(event(org, "a", "gpt-4o"), writer(org))).isEqualTo(202);
    assertThat(post(event(org, "a", "o3-mini"), writer(org))).isEqualTo(202);
    assertThat(post(event(org, "b", "gpt-4o"), writer(org))).isEqualTo(202);
    await()
        .atMost(RECORDED_WITHIN)
        .untilAsserted(() -> assertThat(LEDGER.tables().rawRows(List.of(org))).isEqualTo(2));
    assertThat(costNanos(org, "a")).isEqualByComparingTo(costNanos(org, "b"));
  }

  @Test
  void aNewPriceIsInUseWithinTwoSeconds() {
    String model = "priced-" + UUID.randomUUID();
    setPrice(model, "1");
    assertPriced("intake-prices", "first", model, 1);
    setPrice(model, "7.5");
    assertPriced("intake-prices", "second", model, new BigDecimal("7.5"));
  }

  @Test
  void eventsArePricedWhilePricingServiceIsAway() throws IOException {
    String model = "priced-" + UUID.randomUUID();
    setPrice(model, "3");
    assertPriced("intake-away", "before", model, 3);
    long pid = new Status(LEDGER).pid(Component.PRICING_SERVICE);
    ProcessSignal.STOP.send(pid);
    try {
      assertPriced("intake-away", "stopped", model, 3);
    } finally {
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
    assertPriced("intake-away", "killed", model, 3);
    LEDGER.awaitReady(Component.PRICING_SERVICE);
    assertThat(new Status(LEDGER).pid(Component.PRICING_SERVICE)).isNotEqualTo(pid);
    setPrice(model, "4");
    assertPriced("intake-away", "back", model, 4);
  }

  private static void assertPriced(String org, String id, String model, long usdPerMillion) {
    assertPriced(org, id, model, BigDecimal.valueOf(usdPerMillion));
  }

  /** Sent when a change of the price must have arrived: a million input tokens. */
  private static void assertPriced(String org, String id, String model, BigDecimal usdPerMillion) {
    await()
        .pollDelay(NEW_PRICE_IN_USE_WITHIN)
        .atMost(RECORDED_WITHIN)
        .until(() -> post(event(org, id, model), writer(org)) == 202);
    await()
        .atMost(RECORDED_WITHIN)
        .untilAsserted(
            () ->
                assertThat(costNanos(org, id))
                    .isEqualByComparingTo(
                        usdPerMillion.multiply(BigDecimal.valueOf(NANOS_PER_USD))));
  }

  private static void setPrice(String model, String usdPerMillion) {
    Api.Answer answer =
        API.call(
            Component.PRICING_SERVICE,
            "PUT",
            "/v1/prices/openai/" + model,
            API.superadmin(),
            "{\"rates\":{\"input\":\"" + usdPerMillion + "\",\"output\":\"0\"}}");
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(201);
  }

  private static int post(String body, String token) {
    return API.call(Component.USAGE_INGEST, "POST", "/v1/events", token, body).status();
  }

  private static String writer(String org) {
    return API.token("writer", Map.of(org, "member"), List.of("events:write"));
  }

  private static BigDecimal costNanos(String org, String id) {
    return LEDGER
        .tables()
        .number(
            "SELECT max(cost_nanos) FROM raw.usage_event WHERE org_id = '%s' AND event_id = '%s'"
                .formatted(org, id));
  }

  private static String event(String org, String id, String model) {
    return """
        {"eventId":"%s","orgId":"%s","provider":"openai","modelName":"%s","inputTokens":1000000}"""
        .formatted(id, org, model);
  }
}
