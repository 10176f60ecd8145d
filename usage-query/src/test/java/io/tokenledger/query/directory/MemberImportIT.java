package io.tokenledger.query.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many members at once, or none. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class MemberImportIT {

  private static final String CSV = "text/csv";

  private final String id = "import-" + UUID.randomUUID();
  private final String members = "/orgs/" + id + "/members";
  private final String owner = TestTokens.token("owner-" + id);
  private final String admin = TestTokens.token("admin-" + id);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @BeforeEach
  void people() {
    TestLedger.member(id, "owner-" + id, "owner");
    TestLedger.member(id, "admin-" + id, "admin");
  }

  @Test
  void csvAndJsonAddAndChange() {
    String csv =
        "role,userId,name,email\r\nmember,ann,\"Lee, Ann\",ann@a.example\r\nbilling,bob,,\r\n";
    JsonNode done = post(csv, CSV, admin).json();
    assertThat(done.path("imported").asInt()).isEqualTo(2);
    assertThat(done.at("/members/0/name").asText()).isEqualTo("Lee, Ann");
    assertThat(done.at("/members/1/name").asText()).isEqualTo("bob");

    String json =
        "[{\"userId\":\"ann\",\"role\":\"admin\"},{\"userId\":\"eve\",\"role\":\"member\"}]";
    assertThat(post(json, "application/json", admin).status()).isEqualTo(200);
    JsonNode ann = Api.get(members + "/ann", admin).json();
    assertThat(ann.path("role").asText()).isEqualTo("admin");
    assertThat(ann.path("name").asText()).isEqualTo("Lee, Ann");
    assertThat(count()).isEqualTo(5);
  }

  @Test
  void everyWrongRowIsNamedAndNothingIsDone() {
    String csv =
        "userId,role,email\nann,member,\nbob,chief,\ncid,member,nobody\nann,member,\n,member,\n";
    Api.Answer answer = post(csv, "text/csv; charset=utf-8", owner);
    assertThat(answer.status()).isEqualTo(400);
    JsonNode errors = answer.json().path("errors");
    assertThat(errors.findValuesAsText("row")).containsExactly("2", "3", "4", "5");
    assertThat(errors.get(0).path("detail").asText()).contains("role");
    assertThat(errors.get(1).path("detail").asText()).contains("email");
    assertThat(errors.get(2).path("detail").asText()).contains("twice");
    assertThat(errors.get(3).path("detail").asText()).contains("userId");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aRowThatTheRulesRefuseRefusesAll() {
    String csv = "userId,role\nann,member\nbob,owner\nowner-" + id + ",member\n";
    Api.Answer answer = post(csv, CSV, admin);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("errors").findValuesAsText("row")).containsExactly("2", "3");
    assertThat(count()).isEqualTo(2);

    assertThat(post("userId,role\nann,member\nowner-" + id + ",admin\n", CSV, owner).status())
        .isEqualTo(409);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(post("", CSV, owner).status()).isEqualTo(400);
    assertThat(post("userId,role\n", CSV, owner).status()).isEqualTo(400);
    assertThat(post("userId,mail\nann,x\n", CSV, owner).json().at("/errors/0/detail").asText())
        .contains("mail");
    assertThat(post("[{\"userId\":", "application/json", owner).status()).isEqualTo(400);
    assertThat(post("[null]", "application/json", owner).status()).isEqualTo(400);
    assertThat(post("<a/>", "application/xml", owner).status()).isEqualTo(415);
    String rows =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "u" + i + ",member\n")
            .collect(Collectors.joining());
    assertThat(post("userId,role\n" + rows, CSV, owner).status()).isEqualTo(413);
    assertThat(count()).isEqualTo(2);
  }

  private int count() {
    return Api.get(members + "?limit=200", owner).json().path("members").size();
  }

  private Api.Answer post(String body, String type, String token) {
    return Api.send("POST", members + "/import", token, body, type);
  }
}
