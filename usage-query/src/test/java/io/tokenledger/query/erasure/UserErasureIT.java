package io.tokenledger.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user leaves the ledger; what they cost stays. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    for (String role : List.of("owner", "admin", "billing", "member")) {
      TestLedger.member("erase-acme", "erase-" + role, role);
    }
    TestLedger.member("erase-elsewhere", "erase-stranger", "owner");
  }

  @Test
  void nothingNamesTheUserAnyMoreAndTheMoneyStays() throws SQLException {
    TestLedger.member("erase-acme", "erase-vanishing-ann", "member");
    TestLedger.member("erase-acme", "erase-staying-bob", "member");
    spend("erase-vanishing-ann", 5_000_000);
    spend("erase-staying-bob", 3_000_000);
    BigDecimal before = cost();

    JsonNode answer = erase("erase-acme", "erase-vanishing-ann", "erase-owner").json();

    String pseudonym = answer.path("pseudonym").asText();
    assertThat(pseudonym).matches("erased-[0-9a-f]{24}");
    assertThat(answer.path("events").asLong()).isEqualTo(2);
    assertThat(mentions("erase-vanishing-ann")).isEmpty();
    assertThat(mentions(pseudonym))
        .contains(
            "raw.usage_event",
            "rollup.org_user_daily_usage",
            "rollup.conversation_usage",
            "access.audit_log");
    assertThat(mentions("erase-staying-bob"))
        .contains("raw.usage_event", "rollup.org_user_daily_usage", "access.org_member");
    assertThat(cost()).isEqualByComparingTo(before);
    assertThat(topUsers()).containsExactly(pseudonym, "erase-staying-bob");
    assertThat(audited(pseudonym)).isEqualTo("erase-owner erase-acme user.erased 2");
  }

  @Test
  void theSameUserOfAnotherOrgStays() throws SQLException {
    TestLedger.member("erase-acme", "erase-both", "member");
    TestLedger.member("erase-elsewhere", "erase-both", "member");
    LedgerRows.event("erase-elsewhere", "e-both", MARCH, Map.of("user_id", "erase-both"));

    erase("erase-acme", "erase-both", "erase-admin");

    assertThat(mentions("erase-both"))
        .containsExactlyInAnyOrder("raw.usage_event", "access.org_member", "access.app_user");
  }

  @Test
  void aUserWhoComesBackCanBeErasedAgainUnderAnotherPseudonym() {
    String first =
        erase("erase-acme", "erase-again", "erase-owner").json().path("pseudonym").asText();
    LedgerRows.event("erase-acme", "e-again", MARCH, Map.of("user_id", "erase-again"));
    JsonNode second = erase("erase-acme", "erase-again", "erase-owner").json();
    assertThat(second.path("events").asLong()).isEqualTo(1);
    assertThat(second.path("pseudonym").asText()).isNotEqualTo(first);
  }

  @Test
  void oneOfTwoInTheSameMicrosecondIsEnough() throws SQLException {
    for (String schema : List.of("raw", "rollup")) {
      String erase =
          "SELECT %s.erase_user('erase-acme', 'twice', '\\x01', '2026-01-01T00:00:00Z', '%s')";
      TestLedger.execute(erase.formatted(schema, "erased-first"));
      TestLedger.execute(erase.formatted(schema, "erased-second"));
    }
    assertThat(mentions("erased-first"))
        .containsExactlyInAnyOrder("raw.erased_user", "rollup.erased_user");
    assertThat(mentions("erased-second")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "erase-owner, 200",
    "erase-admin, 200",
    "erase-billing, 403",
    "erase-member, 403",
    "erase-stranger, 403"
  })
  void whoMayWriteMembersMayErase(String caller, int status) {
    assertThat(erase("erase-acme", "erase-nobody", caller).status()).isEqualTo(status);
  }

  @Test
  void nobodyWithoutATokenAndNoImpossibleUser() {
    assertThat(Api.call("POST", "/orgs/erase-acme/users/x/erase", "").status()).isEqualTo(401);
    Api.Answer tooLong = erase("erase-acme", "x".repeat(129), "erase-owner");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.json().path("detail").asText()).contains("userId");
    assertThat(erase("erase-acme", "%20", "erase-owner").status()).isEqualTo(400);
  }

  private static Api.Answer erase(String orgId, String userId, String caller) {
    return Api.call(
        "POST", "/orgs/" + orgId + "/users/" + userId + "/erase", TestTokens.token(caller));
  }

  private static void spend(String userId, long nanos) {
    Map<String, Object> cost = Map.of("cost_nanos", BigDecimal.valueOf(nanos));
    LedgerRows.userDaily("erase-acme", userId, "2026-03-01", cost);
    LedgerRows.userDaily("erase-acme", userId, "2026-03-02", cost);
    LedgerRows.conversation("erase-acme", "talk-" + userId.hashCode(), userId, cost);
    for (int i = 0; i < 2; i++) {
      Map<String, Object> event = Map.of("user_id", userId, "cost_nanos", nanos);
      LedgerRows.event("erase-acme", "e-" + userId.hashCode() + i, MARCH, event);
    }
  }

  private static List<String> topUsers() {
    String path = "/orgs/erase-acme/analytics/top-users?from=2026-03-01&to=2026-03-02";
    JsonNode users = Api.get(path, TestTokens.token("erase-owner")).json().path("topUsers");
    return users.findValuesAsText("userId");
  }

  private static BigDecimal cost() throws SQLException {
    return new BigDecimal(
        select(
                """
                SELECT (SELECT sum(cost_nanos) FROM raw.usage_event WHERE org_id = 'erase-acme')
                  + (SELECT sum(cost_nanos) FROM rollup.org_user_daily_usage WHERE org_id = 'erase-acme')
                  + (SELECT sum(cost_nanos) FROM rollup.conversation_usage WHERE org_id = 'erase-acme')""")
            .get(0));
  }

  private static String audited(String pseudonym) throws SQLException {
    return select(
            "SELECT concat_ws(' ', actor, org_id, action, detail->>'events') FROM access.audit_log"
                + " WHERE detail->>'pseudonym' = '"
                + pseudonym
                + "'")
        .get(0);
  }

  /** Every table of the ledger that has the text anywhere in a row. */
  private static List<String> mentions(String text) throws SQLException {
    List<String> tables =
        select(
            """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_schema IN ('raw', 'rollup', 'access') AND table_type = 'BASE TABLE'
              AND table_name !~ '^usage_event_'""");
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      if (!select("SELECT 1 FROM " + table + " t WHERE t::text LIKE '%" + text + "%'").isEmpty()) {
        found.add(table);
      }
    }
    return found;
  }

  private static List<String> select(String sql) throws SQLException {
    try (Connection connection = TestLedger.connectAs(LedgerServers.superuser());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
