package io.tokenledger.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.Keys;
import io.tokenledger.gateway.support.People;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.tokenledger.service.testing.TestTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, reading and changing conversations, and that nobody sees those of others. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class ConversationsIT extends ChatTest {

  @Test
  void whatIsNamedIsChangedAndNullClearsIt() {
    JsonObject made =
        json(
            token,
            "POST",
            "/conversations",
            """
            {"title":"Plans","systemPrompt":"Be\\nshort","model":"echo-1","temperature":0.7,"topP":1}""");
    assertThat(made.getString("orgId")).isEqualTo(org);
    assertThat(made.getString("systemPrompt")).isEqualTo("Be\nshort");
    assertThat(made.getInteger("messageCount")).isZero();
    String path = "/conversations/" + made.getString("id");
    JsonObject changed = json(token, "PATCH", path, "{\"title\":\"May\",\"temperature\":null}");
    assertThat(changed.getString("title")).isEqualTo("May");
    assertThat(changed.containsKey("temperature")).isTrue();
    assertThat(changed.getValue("temperature")).isNull();
    assertThat(changed.getString("model")).isEqualTo("echo-1");
    assertThat(json(token, "GET", path, "").getString("title")).isEqualTo("May");
    assertThat(send(token, "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(send(token, "GET", path, "").statusCode()).isEqualTo(404);
    assertThat(send(token, "DELETE", path, "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"TTT\"}",
        "{\"title\":\"two\\nlines\"}",
        "{\"title\":7}",
        "{\"systemPrompt\":\"SSS\"}",
        "{\"systemPrompt\":\"a\\u0000b\"}",
        "{\"model\":\"TTT\"}",
        "{\"temperature\":2.1}",
        "{\"temperature\":-1}",
        "{\"temperature\":\"hot\"}",
        "{\"temperature\":0.12345678}",
        "{\"topP\":1.5}",
        "{\"colour\":\"red\"}",
        "[]",
        "{"
      })
  void whatIsBeyondABoundIsRefused(String body) {
    String grown = body.replace("TTT", "t".repeat(201)).replace("SSS", "s".repeat(8001));
    var answer = send(token, "POST", "/conversations", grown);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("invalid_body");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void theLastUsedComesFirstPageByPage() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      made.add(0, conversation(token, "echo-1"));
    }
    json(token, "PATCH", made.get(3), "{\"title\":\"used\"}");
    made.add(0, made.remove(3));
    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonObject page = json(token, "GET", "/conversations?limit=3&orgId=" + org + cursor, "");
      for (Object each : page.getJsonArray("conversations")) {
        listed.add("/conversations/" + ((JsonObject) each).getString("id"));
      }
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(listed).isEqualTo(made);
    assertThat(send(token, "GET", "/conversations?cursor=x", "").statusCode()).isEqualTo(400);
    assertThat(send(token, "GET", "/conversations?limit=201", "").statusCode()).isEqualTo(400);
  }

  /** A colleague, an owner, a superadmin, somebody of another org, and a token of the same org. */
  @Test
  void nobodyElseSeesAConversation() {
    String path = conversation(token, "echo-1");
    String other = "org-" + UUID.randomUUID();
    String elsewhere = People.member(other, "other-" + script, "owner");
    People.member(other, user, "member");
    List<String> others =
        List.of(
            People.member(org, "colleague-" + script, "member"),
            People.member(org, "owner-" + script, "owner"),
            TestTokens.token("root", "superadmin"),
            elsewhere,
            key);
    for (String stranger : others) {
      assertThat(send(stranger, "GET", path, "").statusCode()).isEqualTo(404);
      assertThat(send(stranger, "PATCH", path, "{\"title\":\"x\"}").statusCode()).isEqualTo(404);
      assertThat(send(stranger, "POST", path + "/messages", question("hi")).statusCode())
          .isEqualTo(404);
      assertThat(asked(stranger, path, "hi").text().statusCode()).isEqualTo(404);
      assertThat(send(stranger, "DELETE", path, "").statusCode()).isEqualTo(404);
      assertThat(json(stranger, "GET", "/conversations", "").getJsonArray("conversations"))
          .isEmpty();
    }
    assertThat(json(token, "GET", path, "").getJsonArray("messages")).isEmpty();
    assertThat(send("", "GET", path, "").statusCode()).isEqualTo(401);
  }

  @Test
  void whoLeftTheOrgSeesNothingOfItAnyMore() {
    String path = conversation(token, "echo-1");
    People.execute("DELETE FROM access.org_member WHERE org_id = ?", org);
    assertThat(send(token, "GET", path, "").statusCode()).isEqualTo(404);
    assertThat(send(token, "POST", "/conversations", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void anApiTokenWritesForTheUserItNamesAndNeedsItsScope() {
    JsonObject made = json(key, "POST", "/conversations", "{}");
    String path = "/conversations/" + made.getString("id");
    assertThat(call(key, path).method("GET").text().statusCode()).isEqualTo(200);
    assertThat(
            call(key, path)
                .header("X-Tokenledger-User", "somebody")
                .method("GET")
                .text()
                .statusCode())
        .isEqualTo(404);
    Keys.set(org, "user_id = 'bot', user_from_request = false");
    String scopeless = TestApiTokens.token(org, "analytics:read");
    assertThat(send(scopeless, "GET", "/conversations", "").statusCode()).isEqualTo(403);
  }

  @Test
  void modelsAreOfferedThatUpstreamsList() {
    JsonObject answer = json(token, "GET", "/conversations/models?orgId=" + org, "");
    List<String> ids = new ArrayList<>();
    for (Object model : answer.getJsonArray("models")) {
      ids.add(((JsonObject) model).getString("id"));
    }
    assertThat(ids).contains("echo-1", "never-1").isSorted();
    JsonArray offered = json(key, "GET", "/conversations/models", "").getJsonArray("models");
    assertThat(offered.size()).isEqualTo(ids.size());
  }
}
