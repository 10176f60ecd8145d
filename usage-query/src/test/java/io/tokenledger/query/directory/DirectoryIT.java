package io.tokenledger.query.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orgs, members and who may change them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class DirectoryIT {

  private static final String ROOT = TestTokens.token("dir-root", "superadmin");

  private final String id = "dir-" + UUID.randomUUID();
  private final String org = "/orgs/" + id;
  private final String members = org + "/members";
  private final String owner = TestTokens.token("owner-" + id);
  private final String admin = TestTokens.token("admin-" + id);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @BeforeEach
  void orgWithOwnerAndAdmin() {
    assertThat(Api.send("PUT", org, ROOT, "{\"name\":\"Acme\"}").status()).isEqualTo(200);
    put("owner-" + id, ROOT, "{\"role\":\"owner\"}", 200);
    put("admin-" + id, owner, "{\"role\":\"admin\",\"email\":\"a@b.example\"}", 200);
  }

  @Test
  void aSuperadminMakesAnOrgAndItsOwnersAndAdminsSetIt() {
    String settings =
        "{\"name\":\"Acme 2\",\"timeZone\":\"Europe/Berlin\",\"currencyLabel\":\"EUR\","
            + "\"retentionDays\":365}";
    assertThat(Api.send("PUT", org, admin, settings).status()).isEqualTo(200);
    JsonNode read = Api.get(org, owner).json();
    assertThat(read.path("name").asText()).isEqualTo("Acme 2");
    assertThat(read.path("timeZone").asText()).isEqualTo("Europe/Berlin");
    assertThat(read.path("retentionDays").asInt()).isEqualTo(365);

    Api.send("PUT", org, owner, "{\"name\":\"Acme 3\"}");
    read = Api.get(org, owner).json();
    assertThat(read.path("timeZone").asText()).isEqualTo("UTC");
    assertThat(read.path("currencyLabel").asText()).isEqualTo("USD");
    assertThat(read.path("retentionDays").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\" \"} | name",
        "{\"name\":\"a\\u0000b\"} | name",
        "{\"name\":\"a\",\"timeZone\":\"Mars/Base\"} | timeZone",
        "{\"name\":\"a\",\"timeZone\":\"GMT+25\"} | timeZone",
        "{\"name\":\"a\",\"currencyLabel\":\"too long a label\"} | currencyLabel",
        "{\"name\":\"a\",\"retentionDays\":0} | retentionDays",
        "{\"name\":\"a\",\"retentionDays\":36501} | retentionDays",
        "{\"name\":\"a\",\"retentionDays\":\"x\"} | retentionDays",
        "[] | The body",
        "'' | JSON object"
      })
  void aMalformedSettingIsNamed(String body, String named) {
    Api.Answer answer = Api.send("PUT", org, owner, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains(named);
    assertThat(Api.get(org, owner).json().path("name").asText()).isEqualTo("Acme");
  }

  @Test
  void onesOrgsAreThoseOneIsAMemberOfAndASuperadminsAreAll() {
    String second = "dir-" + UUID.randomUUID();
    TestLedger.member(second, "owner-" + id, "member");
    JsonNode first = Api.get("/orgs?limit=1", owner).json();
    JsonNode rest =
        Api.get("/orgs?limit=1&cursor=" + first.path("nextCursor").asText(), owner).json();
    List<String> seen = new ArrayList<>(first.path("orgs").findValuesAsText("orgId"));
    seen.addAll(rest.path("orgs").findValuesAsText("orgId"));
    assertThat(seen).containsExactlyElementsOf(Stream.of(id, second).sorted().toList());
    assertThat(rest.path("nextCursor").isNull()).isTrue();

    assertThat(Api.get("/orgs", TestTokens.token("dir-nobody")).json().path("orgs")).isEmpty();
    assertThat(everyOrg()).contains(id, second);
  }

  @Test
  void membersAreReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      put("m" + i + "-" + id, admin, "{\"role\":\"member\"}", 200);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Api.get(members + "?limit=3&cursor=" + cursor, admin).json();
      seen.addAll(page.path("members").findValuesAsText("userId"));
      cursor = page.path("nextCursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(Api.get(members + "?cursor=!", admin).status()).isEqualTo(400);
    assertThat(Api.get(members + "?limit=201", admin).status()).isEqualTo(400);
  }

  @Test
  void anAdminRulesNoOwners() {
    put("new-" + id, admin, "{\"role\":\"owner\"}", 403);
    put("owner-" + id, admin, "{\"role\":\"admin\"}", 403);
    put("admin-" + id, admin, "{\"role\":\"owner\"}", 403);
    assertThat(remove("owner-" + id, admin)).isEqualTo(403);
    put("owner-" + id, admin, "{\"role\":\"owner\",\"name\":\"The owner\"}", 200);
    put("new-" + id, admin, "{\"role\":\"admin\"}", 200);
    assertThat(remove("new-" + id, admin)).isEqualTo(204);
    assertThat(erase("owner-" + id, admin)).isEqualTo(403);
  }

  @Test
  void theLastOwnerStays() {
    put("owner-" + id, owner, "{\"role\":\"admin\"}", 409);
    put("owner-" + id, ROOT, "{\"role\":\"member\"}", 409);
    assertThat(remove("owner-" + id, owner)).isEqualTo(409);
    assertThat(remove("owner-" + id, ROOT)).isEqualTo(409);
    assertThat(erase("owner-" + id, owner)).isEqualTo(409);
    assertThat(Api.get(members + "/owner-" + id, owner).json().path("role").asText())
        .isEqualTo("owner");

    put("second-" + id, owner, "{\"role\":\"owner\"}", 200);
    assertThat(remove("owner-" + id, owner)).isEqualTo(204);
    assertThat(Api.get(org, owner).status()).isEqualTo(403);
  }

  /** Without the lock each would see the other as the owner that stays. */
  @Test
  void twoOwnersWhoGoAtOnceDoNotLeaveTheOrgAlone() {
    for (int round = 0; round < 5; round++) {
      put("second-" + id, ROOT, "{\"role\":\"owner\"}", 200);
      put("owner-" + id, ROOT, "{\"role\":\"owner\"}", 200);
      List<Integer> statuses =
          Stream.of("owner-" + id, "second-" + id)
              .map(user -> CompletableFuture.supplyAsync(() -> remove(user, ROOT)))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }
  }

  @Test
  void aNameGivenByOneOrgShowsInNoOther() {
    String elsewhere = "dir-" + UUID.randomUUID();
    TestLedger.member(elsewhere, "own-" + elsewhere, "owner");
    put("shared-" + id, owner, "{\"role\":\"member\",\"name\":\"Ann\",\"email\":\"a@b.c\"}", 200);
    String otherOwner = TestTokens.token("own-" + elsewhere);
    String path = "/orgs/" + elsewhere + "/members/shared-" + id;
    Api.Answer added = Api.send("PUT", path, otherOwner, "{\"role\":\"admin\",\"name\":\"Eve\"}");
    assertThat(added.json().path("name").asText()).isEqualTo("Eve");
    assertThat(added.json().path("email").asText()).isEmpty();
    assertThat(Api.get(members + "/shared-" + id, owner).json().path("name").asText())
        .isEqualTo("Ann");
  }

  @Test
  void aUserIdThatIsNoneIsRefused() {
    put("api-token:x", owner, "{\"role\":\"member\"}", 400);
    put("%20x", owner, "{\"role\":\"member\"}", 400);
    put("x".repeat(129), owner, "{\"role\":\"member\"}", 400);
    put("x", owner, "{\"role\":\"root\"}", 400);
    put("x", owner, "{\"role\":\"member\",\"email\":\"nobody\"}", 400);
    put("x", owner, "{\"role\":\"member\",\"userId\":\"y\"}", 400);
    assertThat(Api.get(members + "/x", owner).status()).isEqualTo(404);
    assertThat(remove("x", owner)).isEqualTo(404);
    assertThat(Api.get(members + "/a%00b", owner).status()).isEqualTo(400);
    assertThat(remove("a%00b", owner)).isEqualTo(400);
  }

  @Test
  void aDeletedOrgHasNoMembersAndItsUsageStaysForSuperadmins() {
    LedgerRows.daily(id, "2026-03-01", Map.of());
    assertThat(Api.call("DELETE", org, owner).status()).isEqualTo(403);
    assertThat(Api.call("DELETE", org, ROOT).status()).isEqualTo(204);

    String usage = org + "/analytics/usage?from=2026-03-01&to=2026-03-01";
    assertThat(Api.get(org, owner).status()).isEqualTo(403);
    assertThat(Api.get(usage, owner).status()).isEqualTo(403);
    assertThat(Api.get(org, ROOT).status()).isEqualTo(404);
    assertThat(Api.get(usage, ROOT).json().path("usage")).hasSize(1);
    assertThat(Api.call("DELETE", org, ROOT).status()).isEqualTo(404);
    JsonNode log = Api.get(org + "/audit-log", ROOT).json().path("entries");
    assertThat(log.get(0).path("action").asText()).isEqualTo("org.deleted");
  }

  private void put(String userId, String token, String body, int status) {
    assertThat(Api.send("PUT", members + "/" + userId, token, body).status())
        .as(userId + body)
        .isEqualTo(status);
  }

  private int remove(String userId, String token) {
    return Api.call("DELETE", members + "/" + userId, token).status();
  }

  private int erase(String userId, String token) {
    return Api.call("POST", org + "/users/" + userId + "/erase", token).status();
  }

  private static List<String> everyOrg() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Api.get("/orgs?limit=200&cursor=" + cursor, ROOT).json();
      seen.addAll(page.path("orgs").findValuesAsText("orgId"));
      cursor = page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    return seen;
  }
}
