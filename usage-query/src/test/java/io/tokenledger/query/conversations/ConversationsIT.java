package io.tokenledger.query.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of an org's conversations. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ConversationsIT {

  private static final String PATH = "/orgs/list-acme/conversations";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("list-acme", "list-admin", "admin");
    TestLedger.member("list-acme", "list-ann", "member");
    for (int i = 0; i < 7; i++) {
      talk("list-acme", "talk-" + i, "list-bob", NOON.plusSeconds(i / 2));
    }
    talk("list-acme", "talk-3", "list-ann", NOON.minusSeconds(3_600));
    talk("list-other", "talk-elsewhere", "list-ann", NOON);
  }

  @Test
  void theNewestComesFirstWithItsUsage() {
    JsonNode page = get(PATH, "list-admin");
    assertThat(page.path("conversations").findValuesAsText("conversationId"))
        .containsExactly("talk-6", "talk-5", "talk-4", "talk-3", "talk-2", "talk-1", "talk-0");
    assertThat(page.path("total").asInt()).isEqualTo(7);
    assertThat(page.path("nextCursor").isNull()).isTrue();
    assertThat(page.path("conversations").get(3))
        .isEqualTo(
            Api.json(
                "{\"conversationId\":\"talk-3\",\"totals\":{\"promptTokens\":20,"
                    + "\"completionTokens\":4,\"totalTokens\":24},\"completions\":2,"
                    + "\"estimatedCostMicros\":0,\"costUsd\":\"0.000000000\","
                    + "\"avgDurationMs\":null,\"p95DurationMs\":null,"
                    + "\"lastMessageAt\":\"2026-03-01T12:00:01Z\"}"));
  }

  @Test
  void pagesByCursorAndByOffsetMeet() {
    List<String> byCursor = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(PATH + "?limit=2&cursor=" + cursor, "list-admin");
      byCursor.addAll(page.path("conversations").findValuesAsText("conversationId"));
      cursor = page.path("nextCursor").asText("");
    } while (!cursor.equals("null") && !cursor.isEmpty());
    assertThat(byCursor)
        .containsExactly("talk-6", "talk-5", "talk-4", "talk-3", "talk-2", "talk-1", "talk-0");
    JsonNode page = get(PATH + "?limit=2&offset=3", "list-admin");
    assertThat(page.path("conversations").findValuesAsText("conversationId"))
        .containsExactly("talk-3", "talk-2");
  }

  @Test
  void aMemberSeesTheirOwnCallsOnly() {
    JsonNode page = get(PATH, "list-ann");
    assertThat(page.path("conversations").findValuesAsText("conversationId"))
        .containsExactly("talk-3");
    assertThat(page.at("/conversations/0/completions").asInt()).isEqualTo(1);
    assertThat(page.at("/conversations/0/lastMessageAt").asText())
        .isEqualTo("2026-03-01T11:00:00Z");
    assertThat(page.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void daysNarrowByTheNewestMessage() {
    assertThat(get(PATH + "?from=2026-03-01&to=2026-03-01", "list-admin").path("total").asInt())
        .isEqualTo(7);
    assertThat(get(PATH + "?to=2026-03-01&tz=Pacific/Auckland", "list-admin").path("total").asInt())
        .isZero();
  }

  @Test
  void aCursorIsOfItsOrgAndList() {
    String cursor = get(PATH + "?limit=1", "list-admin").path("nextCursor").asText();
    String root = TestTokens.token("root", "superadmin");
    assertThat(Api.get(PATH + "?limit=1&cursor=" + cursor, root).status()).isEqualTo(200);
    assertThat(Api.get("/orgs/list-other/conversations?cursor=" + cursor, root).status())
        .isEqualTo(400);
    assertThat(Api.get("/orgs/list-acme/analytics/details?cursor=" + cursor, root).status())
        .isEqualTo(400);
    assertThat(Api.get(PATH + "?offset=1&cursor=" + cursor, root).status()).isEqualTo(400);
  }

  private static void talk(String org, String conversation, String user, Instant last) {
    LedgerRows.conversation(
        org,
        conversation,
        user,
        Map.of(
            "input_tokens",
            10L,
            "output_tokens",
            2L,
            "last_message_at",
            last.atOffset(ZoneOffset.UTC)));
  }

  private static JsonNode get(String path, String caller) {
    Api.Answer answer = Api.get(path, TestTokens.token(caller));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
