package io.tokenledger.query.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LedgerServers.class)
class ConversationIT {

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("talk-acme", "talk-admin", "admin");
    TestLedger.member("talk-acme", "talk-ann", "member");
    TestLedger.member("talk-acme", "talk-bob", "member");
    TestLedger.member("talk-other", "talk-bob", "billing");
    LedgerRows.conversation("talk-acme", "talk-1", "talk-ann", told("gpt-x", 300, 500));
    LedgerRows.conversation("talk-acme", "talk-1", "talk-ann", told("gpt-y", 100));
    LedgerRows.conversation("talk-acme", "talk-shared", "talk-ann", told("gpt-x", 100));
    LedgerRows.conversation("talk-other", "talk-shared", "talk-eve", told("gpt-x", 100));
    LedgerRows.conversation("talk-acme", "talk-anonymous", "", Map.of());
    LedgerRows.conversation("talk-other", "talk-elsewhere", "talk-ann", Map.of());
  }

  @Test
  void theTotalsOfAConversation() {
    assertThat(usage("talk-1", "talk-ann").json())
        .isEqualTo(
            Api.json(
                "{\"conversationId\":\"talk-1\",\"totals\":{\"promptTokens\":200,"
                    + "\"completionTokens\":40,\"totalTokens\":242},\"completions\":3,"
                    + "\"estimatedCostMicros\":2,\"costUsd\":\"0.000002500\","
                    + "\"avgDurationMs\":300,\"p95DurationMs\":500,"
                    + "\"lastMessageAt\":\"2026-03-01T10:05:00Z\"}"));
  }

  @Test
  void durationsNobodyToldAreNull() {
    Api.Answer answer = usage("talk-anonymous", "talk-admin");
    assertThat(answer.json().path("avgDurationMs").isNull()).isTrue();
    assertThat(answer.json().path("p95DurationMs").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "talk-1, talk-ann, 200",
    "talk-1, talk-admin, 200",
    "talk-1, talk-bob, 404",
    "talk-1, talk-stranger, 404",
    "talk-none, talk-admin, 404",
    "talk-none, talk-stranger, 404",
    "talk-anonymous, talk-ann, 404",
    "talk-anonymous, talk-admin, 200",
    "talk-elsewhere, talk-ann, 404",
    "talk-elsewhere, talk-admin, 404",
    "talk-elsewhere, talk-bob, 200"
  })
  void whoMaySeeWhich(String conversation, String caller, int status) {
    Api.Answer answer = usage(conversation, caller);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status == 404) {
      assertThat(answer.json().path("code").asText()).isEqualTo("not_found");
      assertThat(answer.body()).isEqualTo(usage("talk-none", "talk-stranger").body());
    }
  }

  @Test
  void totalsAreOfTheOrgsTheCallerMaySee() {
    assertThat(usage("talk-shared", "talk-ann").json().path("completions").asInt()).isEqualTo(1);
    assertThat(usage("talk-shared", "talk-bob").json().path("completions").asInt()).isEqualTo(1);
    Api.Answer all =
        Api.get("/conversations/talk-shared/usage", TestTokens.token("root", "superadmin"));
    assertThat(all.json().path("completions").asInt()).isEqualTo(2);
    Api.Answer none =
        Api.get("/conversations/talk-none/usage", TestTokens.token("root", "superadmin"));
    assertThat(none.status()).isEqualTo(404);
  }

  /** Whoever administers an org can make anybody its member, and claim calls of theirs. */
  @Test
  void whatAStrangersOrgClaimsDoesNotCountInAnother() {
    TestLedger.member("talk-evil", "talk-ann", "member");
    LedgerRows.conversation("talk-evil", "talk-1", "talk-ann", told("gpt-x", 900));
    try {
      Api.Answer own = Api.get("/conversations/talk-1/usage?orgId=talk-acme", ann());
      assertThat(own.json().path("completions").asInt()).isEqualTo(3);
      assertThat(
              Api.get("/conversations/talk-1/usage?orgId=talk-acme", root())
                  .json()
                  .path("completions")
                  .asInt())
          .isEqualTo(3);
      for (String org : new String[] {"talk-other", "talk-none"}) {
        assertThat(Api.get("/conversations/talk-1/usage?orgId=" + org, ann()).status())
            .isEqualTo(404);
      }
      assertThat(Api.get("/conversations/talk-1/usage?orgId=%2C", ann()).status()).isEqualTo(400);
    } finally {
      TestLedger.execute("DELETE FROM rollup.conversation_usage WHERE org_id = 'talk-evil'");
    }
  }

  private static String ann() {
    return TestTokens.token("talk-ann");
  }

  private static String root() {
    return TestTokens.token("root", "superadmin");
  }

  @Test
  void anIdMayHoldAnyCharacter() {
    LedgerRows.conversation("talk-acme", "a b/ü;😀?", "talk-ann", Map.of());
    String path = "/conversations/a%20b%2F%C3%BC%3B%F0%9F%98%80%3F/usage";
    assertThat(Api.get(path, TestTokens.token("talk-ann")).status()).isEqualTo(200);
    for (String hostile : new String[] {"%00", "%ED%A0%80", "x".repeat(3_000), "%25", "..%2F.."}) {
      Api.Answer answer =
          Api.get("/conversations/" + hostile + "/usage", TestTokens.token("talk-ann"));
      assertThat(answer.status()).isBetween(400, 499);
    }
  }

  private static Map<String, Object> told(String model, long... durationsMs) {
    long sum = Arrays.stream(durationsMs).sum();
    return TestLedger.columns(
        "model_name",
        model,
        "request_count",
        (long) durationsMs.length,
        "input_tokens",
        100L,
        "output_tokens",
        20L,
        "embedding_tokens",
        1L,
        "cost_nanos",
        new BigDecimal("1250"),
        "duration_ms_sum",
        sum,
        "duration_count",
        (long) durationsMs.length,
        "duration_buckets",
        LedgerRows.buckets(durationsMs));
  }

  private static Api.Answer usage(String conversation, String caller) {
    return Api.get("/conversations/" + conversation + "/usage", TestTokens.token(caller));
  }
}
