package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that takes too long is ended by the server, and the caller is told. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(SlowDatabaseIT.Impatient.class)
class SlowDatabaseIT {

  /** Waits for half a second. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tokenledger.query.statement-timeout-ms", "500");
    }
  }

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/slow-acme/analytics/usage",
        "/orgs/slow-acme/analytics/summary",
        "/orgs/slow-acme/analytics/timeline",
        "/metrics-summary"
      })
  void aLockedTableIsATimeOutAndNotAnInternalError(String path) throws SQLException {
    try (Connection locker = TestLedger.connectAs(LedgerServers.superuser());
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE rollup.org_daily_usage IN ACCESS EXCLUSIVE MODE");
      Api.Answer answer = get(path);
      assertThat(answer.status()).as(answer.body()).isEqualTo(504);
      assertThat(answer.json().path("code").asText()).isEqualTo("timed_out");
    }
    assertThat(get(path).status()).isEqualTo(200);
  }

  /** The roles of callers are read from the database, too. */
  @ParameterizedTest
  @ValueSource(strings = {"/orgs/slow-acme/analytics/usage", "/me/usage"})
  void aLockedDirectoryIsATimeOutToo(String path) throws SQLException {
    try (Connection locker = TestLedger.connectAs(LedgerServers.superuser());
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE access.org_member IN ACCESS EXCLUSIVE MODE");
      Api.Answer answer = Api.get(path, TestTokens.token("slow-ann"));
      assertThat(answer.status()).as(answer.body()).isEqualTo(504);
    }
  }

  private static Api.Answer get(String path) {
    return Api.get(path, TestTokens.token("root", "superadmin"));
  }
}
