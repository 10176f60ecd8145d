package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall behind the access check: the database alone keeps tenants apart. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RowSecurityIT {

  private static final String ROLE = "tokenledger_query";

  @BeforeAll
  static void twoOrgs() {
    TestLedger.migrate();
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    for (String org : new String[] {"wall-a", "wall-b"}) {
      LedgerRows.daily(org, "2026-03-01", Map.of());
      LedgerRows.userDaily(org, "ann", "2026-03-01", Map.of());
      LedgerRows.quarterHour(org, noon, Map.of());
      LedgerRows.hour(org, noon, Map.of());
      LedgerRows.conversation(org, "wall-talk", "ann", Map.of());
      LedgerRows.event(org, "wall-1", noon, Map.of());
      LedgerRows.farDay(org, "2026-01-01", "2026-03-01", "2026-03-01");
      TestLedger.execute("SELECT access.audit('ann', ?, 'test', '{}')", org);
      TestApiTokens.token(org, "events:write");
      TestLedger.insert("access.budget", Map.of("org_id", org, "monthly_nanos", 1L));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rollup.org_daily_usage",
        "rollup.org_user_daily_usage",
        "rollup.org_quarter_hour_usage",
        "rollup.org_hours_usage",
        "rollup.org_hours_day",
        "rollup.conversation_usage",
        "raw.usage_event",
        "raw.far_day",
        "access.audit_log",
        "access.api_token",
        "access.budget"
      })
  void aReadWithoutItsOrgConditionStillSeesTheScopeOnly(String table) throws SQLException {
    String everything = "SELECT DISTINCT org_id FROM " + table;
    assertThat(readWithin("wall-a", everything)).containsExactly("wall-a");
    assertThat(readWithin("wall-a,wall-b", everything)).containsExactly("wall-a", "wall-b");
    assertThat(readWithin("", everything)).isEmpty();
    try (Connection unscoped = TestLedger.connectAs(ROLE)) {
      assertThat(read(unscoped, everything)).isEmpty();
    }
  }

  @Test
  void aPartitionIsNoWayRound() throws SQLException {
    try (Connection connection = TestLedger.connectAs(ROLE)) {
      assertThatThrownBy(() -> read(connection, "SELECT org_id FROM raw.usage_event_20260301"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theOrgsOfAConversationAreTheOnlyThingAnsweredPastTheWall() throws SQLException {
    try (Connection connection = TestLedger.connectAs(ROLE)) {
      assertThat(read(connection, "SELECT rollup.orgs_of_conversation('wall-talk')"))
          .containsExactly("wall-a", "wall-b");
    }
    try (Connection stranger = TestLedger.connectAs("tokenledger_pricing")) {
      assertThatThrownBy(() -> read(stranger, "SELECT rollup.orgs_of_conversation('wall-talk')"))
          .hasMessageContaining("permission denied");
    }
  }

  /** The role owns the table, and is bound all the same. */
  @Test
  void aTokenOfAnotherOrgIsNeitherChangedNorMade() throws SQLException {
    try (Connection connection = TestLedger.connectAs(ROLE);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('tokenledger.org_scope', 'wall-a', false)");
      assertThat(statement.executeUpdate("DELETE FROM access.api_token WHERE org_id = 'wall-b'"))
          .isZero();
      String steal = "UPDATE access.api_token SET org_id = 'wall-b' WHERE org_id = 'wall-a'";
      assertThatThrownBy(() -> statement.execute(steal)).hasMessageContaining("row-level security");
    }
  }

  /** What a service learns of tokens is what it was shown. */
  @Test
  void aTokenIsFoundByItsHashOnly() throws SQLException {
    try (Connection ingest = TestLedger.connectAs("tokenledger_ingest")) {
      assertThat(read(ingest, "SELECT org_id FROM access.api_token_identity(sha256('x'))"))
          .isEmpty();
      assertThatThrownBy(() -> read(ingest, "SELECT org_id FROM access.api_token"))
          .hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM rollup.org_daily_usage",
        "UPDATE raw.usage_event SET org_id = 'wall-a'",
        "INSERT INTO rollup.consumer_position VALUES (gen_random_uuid(), 0, 0)",
        "SET ROLE tokenledger_aggregator",
        "ALTER TABLE rollup.org_daily_usage DISABLE ROW LEVEL SECURITY"
      })
  void nothingCanBeWritten(String statement) throws SQLException {
    try (Connection connection = TestLedger.connectAs(ROLE);
        Statement refused = connection.createStatement()) {
      assertThatThrownBy(() -> refused.execute(statement)).isInstanceOf(SQLException.class);
    }
  }

  private static Set<String> readWithin(String scope, String sql) throws SQLException {
    try (Connection connection = TestLedger.connectAs(ROLE)) {
      connection.setAutoCommit(false);
      read(connection, "SELECT set_config('tokenledger.org_scope', '" + scope + "', true)");
      Set<String> found = read(connection, sql);
      connection.commit();
      assertThat(read(connection, sql)).as("after the transaction").isEmpty();
      return found;
    }
  }

  private static Set<String> read(Connection connection, String sql) throws SQLException {
    Set<String> values = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
