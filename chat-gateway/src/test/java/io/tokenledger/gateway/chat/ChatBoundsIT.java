package io.tokenledger.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.gateway.chat.postgres.Retention;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.People;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much may be kept, for how long, and how it leaves. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class ChatBoundsIT extends ChatTest {

  private static final String HELD =
      "SELECT concat(conversations, ' ', bytes) FROM chat.org_holding WHERE org_id = ?";
  private static final String SUMS =
      "SELECT concat(count(*), ' ', coalesce(sum(bytes), 0)) FROM chat.conversation WHERE org_id ="
          + " ?";

  @Inject Retention retention;

  @Test
  void aUserHasSoManyConversationsAndSoManyMessages() {
    String first = conversation(token, "echo-1");
    for (int i = 0; i < 3; i++) {
      conversation(token, "echo-1");
    }
    assertConflict(send(token, "POST", "/conversations", "{}"), "conversations");
    for (int i = 0; i < 3; i++) {
      json(token, "POST", first + "/messages", question("hi"));
    }
    assertConflict(send(token, "POST", first + "/messages", question("hi")), "messages");
    send(token, "DELETE", first, "");
    conversation(token, "echo-1");
    assertThat(conversation(People.member(org, "other-" + script, "member"), "echo-1"))
        .isNotEmpty();
  }

  /** Each holds 4,000 characters twice. */
  @Test
  void aUserAndAnOrgHoldSoManyBytes() {
    String path = conversation(token, "echo-1");
    String text = "x".repeat(4000);
    for (int i = 0; i < 3; i++) {
      json(token, "POST", path + "/messages", question(text));
    }
    String second = conversation(token, "echo-1");
    json(token, "POST", second + "/messages", question(text));
    json(token, "POST", second + "/messages", question(text));
    assertConflict(send(token, "POST", second + "/messages", question(text)), "Your conversations");
    assertConflict(send(token, "POST", "/conversations", "{}"), "Your conversations");
    String other = People.member(org, "other-" + script, "member");
    String third = conversation(other, "echo-1");
    for (int i = 0; i < 3; i++) {
      json(other, "POST", third + "/messages", question(text));
    }
    assertConflict(send(other, "POST", "/conversations", "{}"), "of the org");
    assertThat(People.value(HELD, org)).isEqualTo(People.value(SUMS, org));
  }

  @Test
  void anAnswerThatGrowsTooLongIsBrokenOff() {
    upstream.script(script, Script.events(word("y".repeat(6000))).ending(Script.End.HANG));
    String path = conversation(token, "gpt-x");
    String stream = asked(token, path, script).text().body();
    assertThat(events(stream, "error").get(0).getString("code")).isEqualTo("too_large");
    assertThat(last(json(token, "GET", path, "")).getString("state")).isEqualTo("interrupted");
  }

  @Test
  void aQuestionHasItsBounds() {
    String path = conversation(token, "echo-1");
    for (String body :
        List.of(
            question("x".repeat(100_001)),
            question("  "),
            "{}",
            "{\"content\":\"a\\u0000\"}",
            "{\"content\":\"a\",\"maxTokens\":0}",
            "{\"content\":\"a\",\"tags\":{\"a\":{}}}")) {
      assertThat(send(token, "POST", path + "/messages", body).statusCode()).isEqualTo(400);
    }
    assertThat(json(token, "GET", path, "").getInteger("messageCount")).isZero();
  }

  @Test
  void whatNobodyUsedForLongIsDropped() {
    String old = conversation(token, "echo-1");
    json(token, "POST", old + "/messages", question("hi"));
    String kept = conversation(token, "echo-1");
    People.execute(
        "UPDATE chat.conversation SET updated_at = now() - interval '366 days'"
            + " WHERE conversation_id = ?::uuid",
        old.substring(old.lastIndexOf('/') + 1));
    retention.drop().await().atMost(Duration.ofSeconds(10));
    assertThat(send(token, "GET", old, "").statusCode()).isEqualTo(404);
    assertThat(send(token, "GET", kept, "").statusCode()).isEqualTo(200);
    assertThat(People.value("SELECT count(*) FROM chat.message WHERE org_id = ?", org))
        .isEqualTo("0");
    assertThat(People.value(HELD, org)).isEqualTo(People.value(SUMS, org)).startsWith("1 ");
  }

  /** As usage-query asks for it. */
  @Test
  void whoIsErasedLeavesNothingAndWritesNothingMore() {
    String colleague = People.member(org, "colleague-" + script, "member");
    String theirs = conversation(colleague, "echo-1");
    for (int i = 0; i < 3; i++) {
      json(token, "POST", conversation(token, "echo-1") + "/messages", question("hi"));
    }
    People.value(
        "SELECT set_config('tokenledger.org_scope', ?, false)"
            + " || chat.request_erasure(?, ?, ?, now() + interval '1 day', ?)::text",
        org,
        org,
        user,
        ErasedUsers.hash(org, user),
        "erased-" + script);
    assertThat(send(token, "POST", "/conversations", "{}").statusCode()).isEqualTo(403);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                People.value("SELECT finished_at FROM chat.erasure WHERE org_id = ?", org) != null);
    assertThat(People.value(SUMS + " AND user_id = '" + user + "'", org)).isEqualTo("0 0");
    assertThat(People.value("SELECT user_id FROM chat.erasure WHERE org_id = ?", org)).isEmpty();
    assertThat(send(token, "POST", "/conversations", "{}").statusCode()).isEqualTo(403);
    assertThat(send(colleague, "GET", theirs, "").statusCode()).isEqualTo(200);
  }

  @Test
  void anExportIsOfOneselfOrForAdministratorsOfAll() {
    String mine = conversation(token, "echo-1");
    json(token, "POST", mine + "/messages", question("mine alone"));
    String owner = People.member(org, "owner-" + script, "owner");
    json(owner, "POST", conversation(owner, "echo-1") + "/messages", question("of the owner"));
    String own = send(token, "GET", "/conversations/export", "").body();
    assertThat(own.lines().map(JsonObject::new).map(line -> line.getString("type")).toList())
        .containsExactly("conversation", "message", "message");
    assertThat(own).contains("mine alone", user).doesNotContain("of the owner");
    String everyones = "/conversations/export?everyone=true&orgId=" + org;
    assertThat(send(token, "GET", everyones, "").statusCode()).isEqualTo(403);
    assertThat(send(key, "GET", everyones, "").statusCode()).isEqualTo(403);
    assertThat(send(owner, "GET", everyones, "").body()).contains("mine alone", "of the owner");
    assertThat(send(TestTokens.token("root", "superadmin"), "GET", everyones, "").body().lines())
        .hasSize(6);
  }

  @Test
  void anExportMayBeOfOneConversation() {
    String mine = conversation(token, "echo-1");
    json(token, "POST", mine + "/messages", question("this one"));
    json(token, "POST", conversation(token, "echo-1") + "/messages", question("another one"));
    String only =
        "/conversations/export?conversationId=" + mine.substring(mine.lastIndexOf('/') + 1);
    String exported = send(token, "GET", only, "").body();
    assertThat(exported.lines()).hasSize(3);
    assertThat(exported).contains("this one").doesNotContain("another one");
    String owner = People.member(org, "owner-" + script, "owner");
    assertThat(send(owner, "GET", only, "").statusCode()).isEqualTo(404);
    String everyones = only + "&everyone=true&orgId=" + org;
    assertThat(send(owner, "GET", everyones, "").body().lines()).hasSize(3);
    assertThat(send(token, "GET", only + "x", "").statusCode()).isEqualTo(400);
  }

  private static void assertConflict(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(new JsonObject(answer.body()).getString("detail")).contains(why);
  }
}
