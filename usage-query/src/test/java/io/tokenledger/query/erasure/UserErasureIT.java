package io.tokenledger.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.Erasures;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.Names;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

  private static final String ROOT = TestTokens.token("erase-root", "superadmin");
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
  void nothingNamesTheUserAnyMoreAndTheMoneyStays() {
    TestLedger.member("erase-acme", "erase-vanishing-ann", "member");
    TestLedger.member("erase-acme", "erase-staying-bob", "member");
    spend("erase-vanishing-ann", 5_000_000);
    spend("erase-staying-bob", 3_000_000);
    Names.leave("erase-acme", "erase-vanishing-ann");
    Names.leave("", "erase-vanishing-ann");
    BigDecimal before = cost();

    Api.Answer answer = Erasures.request("erase-acme", "erase-vanishing-ann", ROOT);

    assertThat(answer.status()).isEqualTo(202);
    String pseudonym = answer.json().path("pseudonym").asText();
    assertThat(pseudonym).matches("erased-[0-9a-f]{24}");
    assertThat(answer.header("Location")).endsWith("/orgs/erase-acme/erasures/" + pseudonym);
    assertThat(answer.json().path("state").asText()).isEqualTo("running");
    assertThat(Names.tablesWith("erase-vanishing-ann"))
        .as("in the directory it is done at once")
        .contains("raw.usage_event")
        .doesNotContain("access.org_member", "access.app_user");

    JsonNode done = Erasures.finish("erase-acme", pseudonym, ROOT);

    assertThat(done.path("events").asLong()).isEqualTo(2);
    assertThat(Names.tablesWith("erase-vanishing-ann")).isEmpty();
    assertThat(Names.tablesWith(pseudonym))
        .contains(
            "raw.usage_event",
            "raw.reprice_run",
            "rollup.org_user_daily_usage",
            "rollup.conversation_usage",
            "rollup.rebuild_run",
            "pricing.price_version",
            "pricing.model_alias",
            "pricing.sync_run",
            "pricing.quarantined_price",
            "access.audit_log");
    assertThat(Names.tablesWith("erase-staying-bob"))
        .contains("raw.usage_event", "rollup.org_user_daily_usage", "access.org_member");
    assertThat(cost()).isEqualByComparingTo(before);
    assertThat(topUsers()).containsExactly(pseudonym, "erase-staying-bob");
    assertThat(audited(pseudonym)).isEqualTo("erase-root erase-acme user.erased");
  }

  @Test
  void anErasureIsDoneWhenTheConversationsAreGone() {
    TestLedger.member("erase-acme", "erase-chatty", "member");
    TestLedger.execute(
        "INSERT INTO chat.conversation (conversation_id, org_id, user_id) SELECT gen_random_uuid(),"
            + " 'erase-acme', name FROM unnest(ARRAY['erase-chatty', 'erase-silent']) AS name");
    Api.Answer answer = Erasures.request("erase-acme", "erase-chatty", ROOT);
    assertThat(Names.tablesWith("erase-chatty")).contains("chat.conversation", "chat.erasure");
    TestLedger.execute("DELETE FROM raw.erasure WHERE user_id = 'erase-chatty'");
    TestLedger.execute("DELETE FROM rollup.erasure WHERE user_id = 'erase-chatty'");
    TestLedger.execute("DELETE FROM pricing.erasure WHERE user_id = 'erase-chatty'");
    TestLedger.execute(
        "UPDATE access.erasure SET finished_at = now(), user_id = ''"
            + " WHERE user_id = 'erase-chatty'");
    String pseudonym = answer.json().path("pseudonym").asText();
    assertThat(Erasures.state("erase-acme", pseudonym, ROOT).path("state").asText())
        .isEqualTo("running");
    Erasures.finish("erase-acme", pseudonym, ROOT);
    assertThat(Names.tablesWith("erase-chatty")).isEmpty();
    assertThat(Names.tablesWith("erase-silent")).containsExactly("chat.conversation");
  }

  /** What the platform's operators did concerns every org: an org does not rewrite it. */
  @Test
  void anOrgErasesWhatIsItsOwn() {
    Names.leave("erase-acme", "erase-operator");
    Names.leave("", "erase-operator");
    Names.leave("erase-elsewhere", "erase-operator");

    erase("erase-acme", "erase-operator", "erase-owner");

    assertThat(orgsOf("pricing.price_version", "recorded_by"))
        .containsExactly("", "erase-elsewhere");
    assertThat(orgsOf("pricing.model_alias", "recorded_by")).containsExactly("", "erase-elsewhere");
    assertThat(orgsOf("raw.reprice_run", "requested_by")).containsExactly("", "erase-elsewhere");
    assertThat(orgsOf("rollup.rebuild_run", "requested_by")).containsExactly("", "erase-elsewhere");
    assertThat(orgsOf("access.audit_log", "actor")).containsExactly("", "erase-elsewhere");
    assertThat(Names.tablesWith("erase-operator"))
        .contains("pricing.sync_run", "pricing.quarantined_price");
  }

  @Test
  void theSameUserOfAnotherOrgStays() {
    TestLedger.member("erase-acme", "erase-both", "member");
    TestLedger.member("erase-elsewhere", "erase-both", "member");
    LedgerRows.event("erase-elsewhere", "e-both", MARCH, Map.of("user_id", "erase-both"));

    erase("erase-acme", "erase-both", "erase-admin");

    assertThat(Names.tablesWith("erase-both"))
        .containsExactlyInAnyOrder("raw.usage_event", "access.org_member", "access.app_user");
  }

  @Test
  void aUserWhoComesBackCanBeErasedAgainUnderAnotherPseudonym() {
    String first = erase("erase-acme", "erase-again", "erase-owner").path("pseudonym").asText();
    LedgerRows.event("erase-acme", "e-again", MARCH, Map.of("user_id", "erase-again"));
    JsonNode second = erase("erase-acme", "erase-again", "erase-owner");
    assertThat(second.path("events").asLong()).isEqualTo(1);
    assertThat(second.path("pseudonym").asText()).isNotEqualTo(first);
    assertThat(Names.tablesWith("erase-again")).isEmpty();
  }

  @Test
  void askedTwiceWhileItIsUnderWayItIsOneErasure() {
    LedgerRows.event("erase-acme", "e-twice", MARCH, Map.of("user_id", "erase-twice"));
    String first = pseudonym("erase-acme", "erase-twice");
    TestLedger.member("erase-acme", "erase-twice", "member");
    assertThat(pseudonym("erase-acme", "erase-twice")).isEqualTo(first);

    Erasures.finish("erase-acme", first, TestTokens.token("erase-owner"));
    assertThat(Names.tablesWith("erase-twice")).isEmpty();
  }

  /** Events of theirs may be on their way: the note is kept all the same. */
  @Test
  void aUserOfWhomThereIsNoRowIsNotedForWhatComesLate() {
    JsonNode done = erase("erase-acme", "erase-unseen", "erase-owner");
    assertThat(done.path("events").asLong()).isZero();
    assertThat(Names.tablesWith(done.path("pseudonym").asText()))
        .contains("raw.erased_user", "rollup.erased_user");
  }

  @Test
  void theLastAreListedFirst() {
    TestLedger.member("erase-list", "erase-owner", "owner");
    String first = pseudonym("erase-list", "one");
    String second = pseudonym("erase-list", "two");
    String path = "/orgs/erase-list/erasures?limit=1";
    String token = TestTokens.token("erase-owner");
    JsonNode page = Api.get(path, token).json();
    assertThat(page.path("erasures").findValuesAsText("pseudonym")).containsExactly(second);
    JsonNode next = Api.get(path + "&cursor=" + page.path("nextCursor").asText(), token).json();
    assertThat(next.path("erasures").findValuesAsText("pseudonym")).containsExactly(first);
    assertThat(next.path("nextCursor").isNull()).isTrue();
    assertThat(Api.get("/orgs/erase-acme/erasures/" + first, token).status()).isEqualTo(404);
  }

  @Test
  void theNotesOfAnOrgHaveABound() {
    TestLedger.member("erase-full", "erase-owner", "owner");
    TestLedger.execute(
        "INSERT INTO raw.erased_user SELECT 'erase-full', sha256(n::text::bytea), now(), 'x'"
            + " FROM generate_series(1, 100000) AS n");
    Api.Answer refused =
        Erasures.request("erase-full", "one-more", TestTokens.token("erase-owner"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText()).contains("100,000");

    TestLedger.execute(
        "INSERT INTO raw.erasure (org_id, pseudonym, user_id, erased_until, platform)"
            + " SELECT 'erase-full', n, n, now(), false FROM generate_series(1, 100) AS n");
    assertThat(Erasures.request("erase-full", "one-more", TestTokens.token("erase-owner")).status())
        .isEqualTo(429);
    TestLedger.execute("DELETE FROM raw.erasure WHERE org_id = 'erase-full'");
  }

  /** What usage-query of the version before calls while the services are upgraded. */
  @Test
  void theFunctionsOfTheVersionBeforeErase() {
    LedgerRows.event("erase-acme", "e-old", MARCH, Map.of("user_id", "erase-old"));
    for (String schema : List.of("raw", "rollup")) {
      TestLedger.execute(
          "SELECT %s.erase_user('erase-acme', 'erase-old', '\\x01', now(), 'erased-old')"
              .formatted(schema));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Erasures.step();
              return Names.tablesWith("erase-old").isEmpty();
            });
    assertThat(Names.tablesWith("erased-old")).contains("raw.usage_event", "rollup.erased_user");
  }

  @ParameterizedTest
  @CsvSource({
    "erase-owner, 202",
    "erase-admin, 202",
    "erase-billing, 403",
    "erase-member, 403",
    "erase-stranger, 403"
  })
  void whoMayWriteMembersMayErase(String caller, int status) {
    assertThat(Erasures.request("erase-acme", "erase-nobody", TestTokens.token(caller)).status())
        .isEqualTo(status);
  }

  @Test
  void nobodyWithoutATokenAndNoImpossibleUser() {
    assertThat(Api.call("POST", "/orgs/erase-acme/users/x/erase", "").status()).isEqualTo(401);
    String token = TestTokens.token("erase-owner");
    Api.Answer tooLong = Erasures.request("erase-acme", "x".repeat(129), token);
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.json().path("detail").asText()).contains("userId");
    assertThat(Erasures.request("erase-acme", "%20", token).status()).isEqualTo(400);
  }

  /** Asks for it, and has it done. */
  private static JsonNode erase(String orgId, String userId, String caller) {
    String token = TestTokens.token(caller);
    String pseudonym = Erasures.request(orgId, userId, token).json().path("pseudonym").asText();
    return Erasures.finish(orgId, pseudonym, token);
  }

  private static String pseudonym(String orgId, String userId) {
    String token = TestTokens.token("erase-owner");
    return Erasures.request(orgId, userId, token).json().path("pseudonym").asText();
  }

  private static List<String> orgsOf(String table, String column) {
    return TestLedger.select(
        "SELECT DISTINCT org_id FROM %s WHERE %s = 'erase-operator' ORDER BY 1"
            .formatted(table, column));
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

  private static BigDecimal cost() {
    return new BigDecimal(
        TestLedger.select(
                """
                SELECT (SELECT sum(cost_nanos) FROM raw.usage_event WHERE org_id = 'erase-acme')
                  + (SELECT sum(cost_nanos) FROM rollup.org_user_daily_usage WHERE org_id = 'erase-acme')
                  + (SELECT sum(cost_nanos) FROM rollup.conversation_usage WHERE org_id = 'erase-acme')""")
            .get(0));
  }

  private static String audited(String pseudonym) {
    return TestLedger.select(
            "SELECT concat_ws(' ', actor, org_id, action) FROM access.audit_log"
                + " WHERE detail->>'pseudonym' = '"
                + pseudonym
                + "'")
        .get(0);
  }
}
