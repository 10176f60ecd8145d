package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.RawHttp;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An export goes at the pace of its client, and ends with it. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(SlowClientIT.OneExport.class)
class SlowClientIT {

  private static final String PATH =
      "/orgs/pace-acme/analytics/export?format=ndjson&from=2026-03-01&to=2026-03-01";

  /** Makes some 60 MB of JSON, more than the buffers on the way hold. */
  private static final int EVENTS = 60_000;

  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  /** One at a time of an org; a client has three seconds to take something, and twenty in all. */
  public static class OneExport implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tokenledger.query.max-exports-per-org", "1",
          "tokenledger.query.export-patience", "3s",
          "tokenledger.query.export-longest", "20s");
    }
  }

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    LedgerRows.event("pace-acme", "first", Instant.parse("2026-03-01T00:00:00Z"), Map.of());
    TestLedger.execute(
        """
        INSERT INTO raw.usage_event
        SELECT r.* FROM raw.usage_event e
        CROSS JOIN generate_series(2, ?) AS n
        CROSS JOIN LATERAL jsonb_populate_record(e, jsonb_build_object(
          'event_key',
            left(replace(raw.first_key_of(?)::text, '-', ''), 12) || lpad(to_hex(n), 20, '0'),
          'event_id', 'pace-' || n,
          'occurred_at', e.occurred_at + n * interval '1 ms',
          'error_message', repeat('x', 500))) AS r
        WHERE e.org_id = 'pace-acme' AND e.event_id = 'first'""",
        EVENTS,
        LocalDate.parse("2026-03-01"));
  }

  @Test
  void aSlowClientHoldsNothingOfTheOthers() throws IOException {
    try (Socket client = request()) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      await().atMost(Duration.ofSeconds(2)).until(() -> openTransactions() == 0);
      Api.Answer second = Api.get(PATH, TestTokens.token("root", "superadmin"));
      assertThat(second.status()).as(second.body()).isEqualTo(429);
      assertThat(second.json().path("detail").asText()).contains("exports");
      assertThat(second.header("Retry-After")).matches("[1-9][0-9]*");
      Api.Answer other =
          Api.get(PATH.replace("pace-acme", "pace-bolt"), TestTokens.token("root", "superadmin"));
      assertThat(other.status()).as(other.body()).isEqualTo(200);
    }
    String dayOfNothing = PATH.replace("03-01", "03-02");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Api.get(dayOfNothing, TestTokens.token("root", "superadmin")).status() == 200);
    assertThat(lines()).isEqualTo(EVENTS);
  }

  @Test
  void aClientThatTakesNothingIsCutOff() throws IOException {
    try (Socket client = request()) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      await()
          .pollDelay(Duration.ofSeconds(4))
          .atMost(Duration.ofSeconds(20))
          .until(() -> lines() == EVENTS);
      RawHttp.assertCutOff(client, LAST_CHUNK);
    }
  }

  /** Something every second, so that it is never idle, and never done. */
  @Test
  void aClientThatTakesForEverIsCutOff() throws Exception {
    try (Socket client = request()) {
      Instant begun = Instant.now();
      byte[] some = new byte[200_000];
      await()
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(40))
          .until(
              () ->
                  Duration.between(begun, Instant.now()).toSeconds() >= 22
                      || client.getInputStream().read(some) <= 0);
      RawHttp.assertCutOff(client, LAST_CHUNK);
    }
    assertThat(lines()).isEqualTo(EVENTS);
  }

  private static long lines() {
    return Api.get(PATH, TestTokens.token("root", "superadmin")).body().lines().count();
  }

  private static Socket request() throws IOException {
    return RawHttp.get(PATH, TestTokens.token("root", "superadmin"));
  }

  private static long openTransactions() throws SQLException {
    try (Connection connection = TestLedger.connectAs(LedgerServers.superuser());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'tokenledger_query'"
                    + " AND (state LIKE 'idle in%' OR state = 'active')")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
