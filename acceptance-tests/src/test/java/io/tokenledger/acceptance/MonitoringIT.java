package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.monitoring.DashboardQueries;
import io.tokenledger.acceptance.monitoring.Prometheus;
import io.tokenledger.local.Component;
import io.tokenledger.local.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of every Grafana panel, asked of a real Prometheus that scrapes a running ledger. */
class MonitoringIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final String ORG = "monitored-org";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Begins the part of the list that no service of ours tells. */
  private static final String METRICS_OF_OTHERS = "# Not ours";

  private static final Path DEPLOY = Path.of(System.getProperty("tokenledger.root"), "deploy");

  @TempDir private static Path folder;

  private static Prometheus prometheus;
  private static String key;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Prometheus.isInstalled() || System.getenv("CI") != null,
        "Without prometheus (Debian's package of that name), dashboards are not tried.");
    Map<String, String> targets = new TreeMap<>();
    for (Component service : Component.services()) {
      targets.put(
          service.label(), URI.create(LEDGER.access().managementUrl(service)).getAuthority());
    }
    Path rules = DEPLOY.resolve("prometheus/rules").toAbsolutePath().normalize();
    prometheus = Prometheus.start(folder, FreePort.next(), targets, rules);
    setBudget();
    key = keyForCalls();
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  /** Traffic goes on meanwhile: rates want counters that grow after Prometheus first saw them. */
  @Test
  void everyPanelShowsSomething() throws IOException {
    Map<String, String> queries = DashboardQueries.in(DEPLOY.resolve("grafana/dashboards"));
    assertThat(queries).hasSizeGreaterThan(50);
    AtomicInteger round = new AtomicInteger();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              sendOneOfEach(round.incrementAndGet());
              assertThat(withoutNumbers(queries)).isEmpty();
            });
  }

  @Test
  void everyRuleIsEvaluated() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(prometheus.ruleGroups())
                  .containsExactlyInAnyOrder("tokenledger-alerts", "tokenledger-recording");
              assertThat(prometheus.rulesNotHealthy()).isEmpty();
            });
  }

  @Test
  void everyMetricThatQueriesMayNameIsOfTheTypeNoted() throws IOException {
    List<String> noted =
        Files.readAllLines(DEPLOY.resolve("src/test/resources/metrics.txt")).stream()
            .takeWhile(line -> !line.startsWith(METRICS_OF_OTHERS))
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(noted).hasSizeGreaterThan(40);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              sendOneOfEach(0);
              assertThat(asTold(noted)).containsExactlyElementsOf(noted);
            });
  }

  private static List<String> asTold(List<String> noted) throws IOException, InterruptedException {
    List<String> told = new ArrayList<>();
    for (String line : noted) {
      String metric = line.split(" ")[0];
      told.add(metric + " " + prometheus.type(metric));
    }
    return told;
  }

  private static List<String> withoutNumbers(Map<String, String> queries)
      throws IOException, InterruptedException {
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      if (!prometheus.findsNumbers(query.getValue())) {
        empty.add(query.getKey() + ": " + query.getValue());
      }
    }
    return empty;
  }

  private static void setBudget() {
    Api api = LEDGER.api();
    String admin = api.token("root", Map.of(), List.of("superadmin"));
    api.call(Component.USAGE_QUERY, "PUT", "/orgs/" + ORG, admin, "{\"name\":\"Monitored\"}");
    String budget = "{\"monthlyUsd\":\"100\"}";
    assertThat(
            api.call(Component.USAGE_QUERY, "PUT", "/orgs/" + ORG + "/budget", admin, budget)
                .status())
        .isLessThan(300);
  }

  private static String keyForCalls() {
    Api api = LEDGER.api();
    String admin = api.token("root", Map.of(), List.of("superadmin"));
    String wanted = "{\"name\":\"monitoring\",\"scopes\":[\"llm:call\"]}";
    return api.call(Component.USAGE_QUERY, "POST", "/orgs/" + ORG + "/api-tokens", admin, wanted)
        .json()
        .required("token")
        .textValue();
  }

  private static void callAModel() {
    String call = "{\"model\":\"echo-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    assertThat(
            LEDGER
                .api()
                .call(Component.CHAT_GATEWAY, "POST", "/v1/chat/completions", key, call)
                .status())
        .isEqualTo(200);
  }

  private static void sendOneOfEach(int round) {
    callAModel();
    String suffix = "-" + round;
    send("chat" + suffix, "gpt-4o", "\"inputTokens\":100,\"outputTokens\":7,\"durationMs\":90");
    send("failed" + suffix, "gpt-4o", "\"success\":false,\"durationMs\":400");
    send("unpriced" + suffix, "no-such-model", "\"inputTokens\":100");
    send("playground" + suffix, "gpt-4o", "\"feature\":\"playground\",\"durationMs\":10");
    send(
        "experiment" + suffix,
        "gpt-4o",
        "\"feature\":\"experiment\",\"metadata\":{\"experimentId\":\"exp-1\"}");
    send("embedding" + suffix, "gpt-4o", "\"feature\":\"embedding\",\"embeddingTokens\":11");
  }

  private static void send(String id, String modelName, String fields) {
    Api api = LEDGER.api();
    String event =
        "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"%s\",%s}"
            .formatted(id, ORG, modelName, fields);
    String writer = api.token("gateway", Map.of(ORG, "member"), List.of("events:write"));
    assertThat(api.call(Component.USAGE_INGEST, "POST", "/v1/events", writer, event).status())
        .isEqualTo(202);
  }
}
