package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL hangs: it takes connections, and answers nothing. Whoever waits for it must notice,
 * say so, neither spin nor lose anything, and catch up by itself.
 */
class OutageIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final List<Component> SERVICES =
      List.of(Component.USAGE_INGEST, Component.USAGE_AGGREGATOR);
  private static final Duration OUTAGE = Duration.ofSeconds(45);
  private static final int EVENTS = 20_000;
  private static final long INPUT_TOKENS = 1_000;
  private static final long COST_MICROS = 3;
  private static final String SUMS =
      """
      SELECT concat_ws(' ', sum(request_count), sum(input_tokens), sum(cost_nanos))
      FROM %s WHERE org_id = 'outage'""";

  private final HttpClient http = HttpClient.newHttpClient();
  private int sent;

  @Test
  void aDatabaseThatHangsIsNoticedAndCaughtUpWith() throws IOException {
    send(500);
    awaitExact();
    long linesBefore = logLines();
    Instant begin = Instant.now();
    List<Long> postgres = processesOfPostgres();
    signal("STOP", postgres);
    try {
      send(EVENTS);
      await().atMost(Duration.ofSeconds(20)).until(() -> SERVICES.stream().noneMatch(this::ready));
      await().atMost(Duration.ofSeconds(20)).until(() -> lag("usage.events") >= EVENTS);
      await()
          .atMost(OUTAGE.plusSeconds(20))
          .until(() -> staysDown() && Instant.now().isAfter(begin.plus(OUTAGE)));
      assertThat(lag("usage.events")).isEqualTo(EVENTS);
      assertThat(logLines() - linesBefore).as("log lines during the outage").isLessThan(60);
    } finally {
      signal("CONT", postgres);
    }
    awaitExact();
    await().atMost(Duration.ofSeconds(30)).until(() -> SERVICES.stream().allMatch(this::ready));
    await().atMost(Duration.ofSeconds(30)).until(() -> lag("usage.events") == 0);
  }

  private void send(int events) {
    try (EventSender sender = new EventSender(LEDGER.access().kafkaBootstrap())) {
      for (int i = 0; i < events; i++) {
        sender.send(event(sent++).getBytes(StandardCharsets.UTF_8));
      }
      sender.flush();
      assertThat(sender.acknowledged()).isEqualTo(events);
    }
  }

  private static String event(int number) {
    return """
    {"eventId":"outage-%d","orgId":"outage","userId":"u-%d","provider":"openai","modelName":"m",\
    "inputTokens":%d,"estimatedCostMicros":%d}"""
        .formatted(number, number % 7, INPUT_TOKENS, COST_MICROS);
  }

  private void awaitExact() {
    String expected = "%d %d %d".formatted(sent, sent * INPUT_TOKENS, sent * COST_MICROS * 1_000);
    for (String table :
        List.of("raw.usage_event", "rollup.org_daily_usage", "rollup.org_user_daily_usage")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(text(SUMS.formatted(table))).isEqualTo(expected));
    }
  }

  /** Asked all the time, and answered in time. */
  private boolean staysDown() {
    assertThat(SERVICES).noneMatch(this::ready);
    return true;
  }

  private boolean ready(Component service) {
    HttpResponse<String> answer = get(service, "/q/health/ready");
    assertThat(answer.statusCode()).isIn(200, 503);
    return answer.statusCode() == 200;
  }

  private long lag(String topic) {
    return get(Component.USAGE_INGEST, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("tokenledger_consumer_lag{"))
        .filter(line -> line.contains("topic=\"" + topic + "\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private HttpResponse<String> get(Component service, String path) {
    URI address = URI.create(LEDGER.access().managementUrl(service) + path);
    try {
      return http.send(
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(8)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Without the stacks beneath them. */
  private static long logLines() throws IOException {
    long lines = 0;
    for (Component service : SERVICES) {
      try (Stream<String> log = Files.lines(LEDGER.data().log(service.label()))) {
        lines += log.filter(line -> line.matches("\\d{4}-\\d{2}-.*")).count();
      }
    }
    return lines;
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = LEDGER.access().database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The server and what it forked: each connection has a process, in a group of its own. */
  private static List<Long> processesOfPostgres() {
    long server = new Status(LEDGER).pid(Component.POSTGRES);
    return Stream.concat(
            Stream.of(server),
            ProcessHandle.of(server).orElseThrow().descendants().map(ProcessHandle::pid))
        .toList();
  }

  private static void signal(String name, List<Long> pids) throws IOException {
    List<String> command =
        Stream.concat(Stream.of("kill", "-" + name), pids.stream().map(pid -> Long.toString(pid)))
            .toList();
    new ProcessBuilder(command).start().onExit().join();
  }
}
