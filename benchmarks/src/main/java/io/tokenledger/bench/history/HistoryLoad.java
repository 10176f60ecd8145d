package io.tokenledger.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills the ledger with events of the past: raw rows by COPY, the rollups by a rebuild. */
public final class HistoryLoad {

  private static final long SEED = 20260601;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final BenchStack stack;

  public HistoryLoad(BenchStack stack) {
    this.stack = stack;
  }

  /** The same number of events on each of the days up to yesterday. */
  public void load(long events, int days) throws SQLException, IOException, InterruptedException {
    HistoryRows rows = new HistoryRows(SEED);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (Connection connection = stack.connect()) {
      for (LocalDate day = today.minusDays(days); day.isBefore(today); day = day.plusDays(1)) {
        copyDay(connection, rows, day, events / days);
      }
    }
    rebuild();
    awaitHours();
    tidy();
  }

  /** A member of the orgs with the most traffic. */
  public void addMember(String userId, String role, int orgs) throws SQLException {
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO access.app_user VALUES ('" + userId + "', 'Bench')");
      for (int org = 0; org < orgs; org++) {
        statement.execute("INSERT INTO access.org VALUES ('org-%1$d', 'org-%1$d')".formatted(org));
        statement.execute(
            "INSERT INTO access.org_member VALUES ('org-%d', '%s', '%s')"
                .formatted(org, userId, role));
      }
    }
  }

  private static void copyDay(Connection connection, HistoryRows rows, LocalDate day, long events)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT raw.ensure_day_partition('" + day + "')");
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY raw.usage_event (" + HistoryRows.COLUMNS + ") FROM STDIN");
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Duration apart = Duration.ofDays(1).dividedBy(events);
    for (long i = 0; i < events; i++) {
      byte[] line = rows.next(start.plus(apart.multipliedBy(i))).getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(line, 0, line.length);
    }
    copy.endCopy();
  }

  private void rebuild() throws IOException, InterruptedException {
    JsonNode run = ask("/v1/rollups/rebuilds", "POST", "{\"all\":true,\"countOverdue\":true}");
    while (run.path("finishedAt").isNull()) {
      Thread.sleep(LOOK_EVERY.toMillis());
      run = ask("/v1/rollups/rebuilds/" + run.path("id").asText(), "GET", "");
    }
  }

  /** Reports of days whose hours are not added up yet read more than those of a ledger in use. */
  private void awaitHours() throws SQLException, InterruptedException {
    while (stack.queryLong(
            "SELECT count(*) FROM rollup.org_hours_day WHERE NOT settled"
                + " AND usage_date < ((now() - interval '3 hours') AT TIME ZONE 'UTC')::date")
        > 0) {
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** As autovacuum would, soon after. */
  private void tidy() throws SQLException {
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  private JsonNode ask(String path, String method, String body)
      throws IOException, InterruptedException {
    String token =
        stack.access().token("bench", Map.of(), List.of("superadmin"), Duration.ofHours(3));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.access().url(Component.USAGE_AGGREGATOR) + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " was answered with " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
