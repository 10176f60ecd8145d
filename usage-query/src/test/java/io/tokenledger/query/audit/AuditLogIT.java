package io.tokenledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.Erasures;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change of an org is written down, and read by its owners and admins only. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AuditLogIT {

  private final String id = "audit-" + UUID.randomUUID();
  private final String org = "/orgs/" + id;
  private final String ownerId = "owner-" + id;
  private final String owner = TestTokens.token(ownerId);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @BeforeEach
  void people() {
    TestLedger.member(id, ownerId, "owner");
  }

  @Test
  void eachChangeIsNotedWithActorAndValues() {
    Api.send("PUT", org, owner, "{\"name\":\"New\",\"retentionDays\":30}");
    Api.send("PUT", org + "/members/ann", owner, "{\"role\":\"member\",\"name\":\"Ann\"}");
    Api.send("PUT", org + "/members/ann", owner, "{\"role\":\"billing\"}");
    Api.call("DELETE", org + "/members/ann", owner);
    String body = "{\"name\":\"t\",\"scopes\":[\"events:write\"]}";
    JsonNode token = Api.send("POST", org + "/api-tokens", owner, body).json();
    Api.call("DELETE", org + "/api-tokens/" + token.at("/apiToken/tokenId").asText(), owner);

    JsonNode entries = Api.get(org + "/audit-log", owner).json().path("entries");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly(
            "api-token.revoked",
            "api-token.created",
            "member.removed",
            "member.changed",
            "member.added",
            "org.changed");
    assertThat(entries.findValuesAsText("actor")).containsOnly(ownerId);
    assertThat(entries.get(3).path("detail"))
        .isEqualTo(
            Api.json(
                "{\"userId\":\"ann\",\"old\":{\"role\":\"member\",\"name\":\"Ann\",\"email\":\"\"},"
                    + "\"new\":{\"role\":\"billing\",\"name\":\"Ann\",\"email\":\"\"}}"));
    assertThat(entries.get(5).at("/detail/old/name").asText()).isEqualTo(id);
    assertThat(entries.get(5).at("/detail/new/retentionDays").asInt()).isEqualTo(30);
    assertThat(entries.toString()).doesNotContain(token.path("token").asText().substring(8));
  }

  @Test
  void whatWasRefusedIsNotNoted() {
    Api.call("DELETE", org + "/members/" + ownerId, owner);
    Api.send("PUT", org + "/members/ann", owner, "{\"role\":\"chief\"}");
    assertThat(Api.get(org + "/audit-log", owner).json().path("entries")).isEmpty();
  }

  @Test
  void itIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      Api.send("PUT", org, owner, "{\"name\":\"n" + i + "\"}");
    }
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Api.get(org + "/audit-log?limit=2&cursor=" + cursor, owner).json();
      page.path("entries").forEach(entry -> names.add(entry.at("/detail/new/name").asText()));
      cursor = page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    assertThat(names).containsExactly("n4", "n3", "n2", "n1", "n0");
    assertThat(Api.get(org + "/audit-log?cursor=x", owner).status()).isEqualTo(400);
  }

  @Test
  void anErasedUserIsNamedInItNoMore() {
    TestLedger.member(id, "second-" + id, "owner");
    String second = TestTokens.token("second-" + id);
    Api.send(
        "PUT",
        org + "/members/ann-" + id,
        second,
        "{\"role\":\"admin\",\"name\":\"Ann Lee\",\"email\":\"ann.lee@a.example\"}");
    Api.send(
        "POST",
        org + "/api-tokens",
        TestTokens.token("ann-" + id),
        "{\"name\":\"t\",\"scopes\":[\"events:write\"]}");
    for (String erased : List.of("ann-" + id, "second-" + id)) {
      String token = erased.startsWith("ann") ? owner : second;
      JsonNode noted = Erasures.request(id, erased, token).json();
      Erasures.finish(id, noted.path("pseudonym").asText(), owner);
    }

    String log = Api.get(org + "/audit-log", owner).body();
    assertThat(log)
        .contains("user.erased", "member.added", "api-token.created", "erased-")
        .doesNotContain("ann-" + id, "second-" + id, "Ann Lee", "ann.lee@a.example");
    assertThat(Api.get(org + "/api-tokens", owner).body()).doesNotContain("ann-" + id);
  }

  @Test
  void nobodyChangesIt() throws SQLException {
    Api.send("PUT", org, owner, "{\"name\":\"New\"}");
    for (String change :
        List.of("UPDATE access.audit_log SET actor = 'x'", "DELETE FROM access.audit_log")) {
      try (Connection connection = TestLedger.connectAs("tokenledger_query");
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append only");
      }
    }
  }
}
