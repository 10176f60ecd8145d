package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus is told: the names, types and labels that others rely on, and nobody's data. */
class MetricsIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final String ORG = "metrics-org";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Text of events that may stand in no metric. */
  private static final List<String> PRIVATE =
      List.of(
          "mara.lindqvist",
          "example.com",
          "The prompt was",
          "conversation-of-mara",
          "message-of-mara",
          "S-metrics-1");

  private static final String MODEL = "{modelName=\"metrics-model\",provider=\"metricsai\"}";

  @BeforeAll
  static void sendEvents() {
    Api api = LEDGER.api();
    setBudget(api);
    send(api, "a", "\"feature\":\"chat\",\"inputTokens\":100,\"outputTokens\":7,\"durationMs\":90");
    send(
        api,
        "b",
        "\"feature\":\"playground\",\"requestCount\":2,\"success\":false,"
            + "\"errorMessage\":\"The prompt was too long\",\"durationMs\":110");
    send(
        api,
        "c",
        "\"feature\":\"experiment\",\"estimatedCostMicros\":2500000,"
            + "\"metadata\":{\"experimentId\":\"exp-1\",\"storyId\":\"S-metrics-1\"}");
    send(api, "d", "\"feature\":\"embedding\",\"embeddingTokens\":11");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(LEDGER.tables().rawRows(List.of(ORG))).isEqualTo(4));
  }

  @Test
  void callsAreCountedByModel() {
    await().atMost(PATIENCE).untilAsserted(MetricsIT::assertCallsAreCounted);
  }

  private static void assertCallsAreCounted() {
    Scrape ingest = Scrape.of(LEDGER, Component.USAGE_INGEST);
    assertThat(ingest.value("llm_requests_total" + MODEL)).isEqualTo(5);
    assertThat(ingest.value("llm_errors_total" + MODEL)).isEqualTo(2);
    assertThat(ingest.value("llm_tokens_input_total" + MODEL)).isEqualTo(100);
    assertThat(ingest.value("llm_tokens_output_total" + MODEL)).isEqualTo(7);
    assertThat(ingest.value("llm_cost_usd_total" + MODEL)).isEqualTo(2.5);
    assertThat(ingest.value("tokenledger_unpriced_requests_total" + MODEL)).isEqualTo(4);
    assertThat(ingest.value("llm_request_duration_ms_count" + MODEL)).isEqualTo(2);
    assertThat(ingest.value("llm_request_duration_ms_sum" + MODEL)).isEqualTo(200);
    assertThat(ingest.value("llm_request_duration_ms_bucket" + bucket("100.0"))).isEqualTo(1);
    assertThat(ingest.value("llm_request_duration_ms_bucket" + bucket("+Inf"))).isEqualTo(2);
    assertThat(ingest.value("playground_requests_total{orgId=\"" + ORG + "\"}")).isEqualTo(2);
    assertThat(ingest.value("experiment_runs_total{experimentId=\"exp-1\",orgId=\"" + ORG + "\"}"))
        .isEqualTo(1);
    assertThat(ingest.value("llm_tokens_total{type=\"embedding\"}")).isGreaterThanOrEqualTo(11);
  }

  @Test
  void usageIngestTellsTheNamesOfTheContract() {
    Scrape ingest = Scrape.of(LEDGER, Component.USAGE_INGEST);
    ingest.assertTypes(
        Map.ofEntries(
            Map.entry("llm_requests_total", "counter"),
            Map.entry("llm_request_duration_ms", "histogram"),
            Map.entry("llm_tokens_input_total", "counter"),
            Map.entry("llm_tokens_output_total", "counter"),
            Map.entry("llm_tokens_total", "counter"),
            Map.entry("llm_cost_usd_total", "counter"),
            Map.entry("llm_errors_total", "counter"),
            Map.entry("playground_requests_total", "counter"),
            Map.entry("experiment_runs_total", "counter"),
            Map.entry("tokenledger_events_total", "counter"),
            Map.entry("tokenledger_unpriced_requests_total", "counter"),
            Map.entry("tokenledger_ingest_delay_seconds", "gauge"),
            Map.entry("tokenledger_consumer_lag", "gauge"),
            Map.entry("tokenledger_freshness_seconds", "histogram"),
            Map.entry("tokenledger_batch_events", "histogram"),
            Map.entry("tokenledger_stage_duration_seconds", "histogram"),
            Map.entry("tokenledger_price_book_version", "gauge"),
            Map.entry("tokenledger_price_book_age_seconds", "gauge"),
            Map.entry("tokenledger_source_epochs_total", "counter"),
            Map.entry("tokenledger_events_restored_total", "counter"),
            Map.entry("tokenledger_adjustments_pending", "gauge")));
    assertThat(ingest.labels("tokenledger_stage_duration_seconds", "stage"))
        .containsExactlyInAnyOrder("accept", "store", "publish");
    assertThat(ingest.labels("tokenledger_events_total", "outcome"))
        .containsExactlyInAnyOrder(
            "recorded", "duplicate", "conflict", "invalid", "revised", "superseded");
    assertThat(ingest.labels("llm_tokens_total", "type"))
        .containsExactlyInAnyOrder("prompt", "completion", "embedding");
  }

  @Test
  void theOtherServicesTellHowTheyDo() {
    Scrape.of(LEDGER, Component.USAGE_AGGREGATOR)
        .assertTypes(
            Map.of(
                "tokenledger_rollup_drift_nanos", "gauge",
                "tokenledger_rollup_drift_rows", "gauge",
                "tokenledger_rollup_reconciled_timestamp_seconds", "gauge",
                "tokenledger_recorded_unreadable_total", "counter",
                "tokenledger_recorded_shorter_total", "counter",
                "tokenledger_consumer_lag", "gauge",
                "tokenledger_freshness_seconds", "histogram",
                "tokenledger_batch_events", "histogram",
                "tokenledger_stage_duration_seconds", "histogram"));
    // Another test stopped pricing-service; it looks after its syncs some time after it started.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Scrape.of(LEDGER, Component.PRICING_SERVICE)
                    .assertTypes(
                        Map.of(
                            "tokenledger_price_book_version", "gauge",
                            "tokenledger_price_sync_failures_total", "counter",
                            "tokenledger_price_sync_success_timestamp_seconds", "gauge",
                            "tokenledger_price_sync_quarantined", "gauge")));
  }

  @Test
  void usageQueryTellsBudgetsAndTheDatabase() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Scrape query = Scrape.of(LEDGER, Component.USAGE_QUERY);
              String org = "{orgId=\"" + ORG + "\"}";
              assertThat(query.value("tokenledger_budget_monthly_usd" + org)).isEqualTo(40);
              assertThat(query.value("tokenledger_budget_spent_usd" + org)).isEqualTo(2.5);
              assertThat(query.value("tokenledger_schema_size_bytes{schema=\"raw\"}")).isPositive();
              assertThat(query.value("tokenledger_database_size_bytes")).isPositive();
            });
    Scrape.of(LEDGER, Component.USAGE_QUERY)
        .assertTypes(
            Map.of(
                "tokenledger_database_connections", "gauge",
                "tokenledger_database_max_connections", "gauge",
                "tokenledger_database_transactions_total", "counter",
                "tokenledger_database_blocks_total", "counter",
                "tokenledger_database_deadlocks_total", "counter",
                "tokenledger_database_temp_bytes_total", "counter",
                "http_server_requests_seconds", "histogram"));
  }

  @Test
  void everyServiceTellsItsJvmAndPoolAndNobodysData() {
    for (Component service : Component.services()) {
      Scrape scrape = Scrape.of(LEDGER, service);
      scrape.assertTypes(Map.of("jvm_memory_used_bytes", "gauge", "sql_pool_active", "gauge"));
      assertThat(scrape.text()).as(service.label()).doesNotContain(PRIVATE);
      assertThat(scrape.withoutHelp()).as(service.label()).isEmpty();
    }
  }

  private static String bucket(String bound) {
    return "{modelName=\"metrics-model\",provider=\"metricsai\",le=\"" + bound + "\"}";
  }

  private static void setBudget(Api api) {
    String admin = api.token("root", Map.of(), List.of("superadmin"));
    String org = "{\"name\":\"Metrics\"}";
    assertThat(api.call(Component.USAGE_QUERY, "PUT", "/orgs/" + ORG, admin, org).status())
        .isLessThan(300);
    String budget = "{\"monthlyUsd\":\"40\"}";
    assertThat(
            api.call(Component.USAGE_QUERY, "PUT", "/orgs/" + ORG + "/budget", admin, budget)
                .status())
        .isLessThan(300);
  }

  private static void send(Api api, String id, String fields) {
    String event =
        ("{\"eventId\":\"%s\",\"orgId\":\"%s\",\"userId\":\"mara.lindqvist@example.com\","
                + "\"conversationId\":\"conversation-of-mara\",\"messageId\":\"message-of-mara\","
                + "\"provider\":\"metricsai\",\"modelName\":\"metrics-model\",%s}")
            .formatted(id, ORG, fields);
    String writer = api.token("gateway", Map.of(ORG, "member"), List.of("events:write"));
    assertThat(api.call(Component.USAGE_INGEST, "POST", "/v1/events", writer, event).status())
        .isEqualTo(202);
  }
}
