package io.tokenledger.query.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of machines: made, used, revoked, and what they never open. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ApiTokenIT {

  private final String id = "apitoken-" + UUID.randomUUID();
  private final String tokens = "/orgs/" + id + "/api-tokens";
  private final String usage = "/orgs/" + id + "/analytics/usage";
  private final String owner = TestTokens.token("owner-" + id);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
    TestLedger.member("apitoken-other", "apitoken-other-owner", "owner");
  }

  @BeforeEach
  void people() {
    TestLedger.member(id, "owner-" + id, "owner");
  }

  @Test
  void itIsShownOnceAndKeptAsAHash() {
    JsonNode created = create("\"analytics:read\"").json();
    String secret = created.path("token").asText();
    assertThat(secret).matches("tl_[A-Za-z0-9_-]{43}");
    JsonNode listed = Api.get(tokens, owner).json();
    assertThat(listed.toString()).doesNotContain(secret);
    assertThat(listed.at("/apiTokens/0/hint").asText()).isEqualTo(secret.substring(0, 7));
    assertThat(listed.at("/apiTokens/0/lastUsedAt").isNull()).isTrue();
    assertThat(TestLedger.select("SELECT t::text FROM access.api_token t WHERE org_id = ?", id))
        .hasSize(1)
        .noneMatch(row -> row.contains(secret.substring(8)));
    assertThat(TestLedger.select("SELECT l::text FROM access.audit_log l WHERE org_id = ?", id))
        .hasSize(1)
        .noneMatch(row -> row.contains(secret.substring(8)));
  }

  @Test
  void itOpensWhatItsScopesSayInItsOrgOnly() {
    String reader = secret("\"analytics:read\"");
    assertThat(Api.get(usage, reader).status()).isEqualTo(200);
    assertThat(Api.get("/orgs/apitoken-other/analytics/usage", reader).status()).isEqualTo(403);
    assertThat(Api.get("/conversations/none/usage", reader).status()).isEqualTo(404);

    String writer = secret("\"events:write\", \"prices:read\", \"analytics:export\", \"llm:call\"");
    assertThat(Api.get(usage, writer).status()).isEqualTo(403);
    assertThat(Api.get("/orgs", writer).json().path("orgs")).isEmpty();
    assertThat(Api.get("/orgs", reader).json().path("orgs").findValuesAsText("orgId"))
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "PUT, ''",
    "DELETE, ''",
    "GET, /members",
    "PUT, /members/x",
    "DELETE, /members/x",
    "POST, /members/import",
    "GET, /api-tokens",
    "POST, /api-tokens",
    "DELETE, /api-tokens/2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f",
    "GET, /audit-log",
    "POST, /users/x/erase"
  })
  void itManagesNothing(String method, String path) {
    String all =
        secret(
            "\"analytics:read\",\"analytics:export\",\"events:write\",\"prices:read\",\"llm:call\"");
    String body = "{\"name\":\"x\",\"role\":\"member\",\"scopes\":[\"events:write\"]}";
    assertThat(Api.send(method, "/orgs/" + id + path, all, body).status()).isEqualTo(403);
  }

  @Test
  void aMembershipUnderTheNameOfATokenGivesItNothing() {
    JsonNode created = create("\"events:write\"").json();
    String actor = "api-token:" + created.at("/apiToken/tokenId").asText();
    TestLedger.member(id, actor, "owner");
    assertThat(Api.get(usage, created.path("token").asText()).status()).isEqualTo(403);
  }

  @Test
  void aRevokedOneIsRefusedWithinFiveSeconds() {
    JsonNode created = create("\"analytics:read\"").json();
    String secret = created.path("token").asText();
    assertThat(Api.get(usage, secret).status()).isEqualTo(200);
    String path = tokens + "/" + created.at("/apiToken/tokenId").asText();
    assertThat(Api.call("DELETE", path, owner).status()).isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(Api.get(usage, secret).status()).isEqualTo(401));
    assertThat(Api.call("DELETE", path, owner).status()).isEqualTo(404);
    assertThat(Api.get(tokens, owner).json().path("apiTokens")).isEmpty();
  }

  /** It was asked for just before, so that its end counts though the answer is still kept. */
  @Test
  void anExpiredOneIsRefusedAtOnce() {
    String soon = Instant.now().plusSeconds(2).toString();
    String body = "{\"name\":\"t\",\"scopes\":[\"analytics:read\"],\"expiresAt\":\"" + soon + "\"}";
    JsonNode created = Api.send("POST", tokens, owner, body).json();
    Instant end = Instant.parse(created.at("/apiToken/expiresAt").asText());
    String secret = created.path("token").asText();
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(4))
        .until(() -> Api.get(usage, secret).status() == 401);
    assertThat(Instant.now()).isBetween(end, end.plusSeconds(2));
  }

  @Test
  void itsLastUseIsNotedOnceAMinuteAtMost() {
    String secret = secret("\"analytics:read\"");
    Api.get(usage, secret);
    String first = lastUsed();
    assertThat(first).isNotNull();
    TestLedger.select("SELECT 1 FROM access.api_token_identity(?)", hash(secret));
    assertThat(lastUsed()).isEqualTo(first);
    TestLedger.execute(
        "UPDATE access.api_token SET last_used_at = now() - interval '61 seconds' WHERE org_id = ?",
        id);
    String old = lastUsed();
    TestLedger.select("SELECT 1 FROM access.api_token_identity(?)", hash(secret));
    assertThat(lastUsed()).isNotEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tl_",
        "tl_x",
        "tl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "tl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "tl_a.b.c",
        "TL_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aWrongOneIsRefusedAsAWrongJwtIs(String token) {
    Api.Answer answer = Api.get(usage, token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("code").asText()).isEqualTo("unauthenticated");
    assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  /** The claim that marks an API token within the service is not taken from a JWT. */
  @Test
  void aJwtCannotPassForOne() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://tokenledger.local");
    claims.put("aud", "tokenledger");
    claims.put("sub", "api-token:x");
    claims.put("iat", Instant.now().getEpochSecond());
    claims.put("exp", Instant.now().getEpochSecond() + 600);
    claims.put(
        "io.tokenledger.api-token", Map.of("orgId", id, "scopes", List.of("analytics:read")));
    assertThat(Api.get(usage, TestTokens.withClaims(claims)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scopes\":[\"events:write\"]} | name",
        "{\"name\":\"a\"} | scopes",
        "{\"name\":\"a\",\"scopes\":[]} | scopes",
        "{\"name\":\"a\",\"scopes\":[\"events:admin\"]} | scopes",
        "{\"name\":\"a\",\"scopes\":[null]} | scopes",
        "{\"name\":\"a\",\"scopes\":[\"org:members:write\"]} | scopes",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"} | expiresAt",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"expiresAt\":\"2999-01-01T00:00:00Z\"} | expiresAt",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"expiresAt\":\"soon\"} | expiresAt",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"userId\":\"ann\"} | userId",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"userFromRequest\":true} | userFromRequest",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"tags\":{}} | tags",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"feature\":\"rag\"} | feature",
        "{\"name\":\"a\",\"scopes\":[\"events:write\"],\"models\":[\"m\"]} | models",
        "{\"name\":\"a\",\"scopes\":[\"prices:read\"],\"upstreams\":[]} | upstreams",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"tags\":{\"\":\"x\"}} | tags",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"tags\":{\"team\":null}} | tags",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"feature\":\"No slug\"} | feature",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"models\":[\"\"]} | models",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"models\":[null]} | models",
        "{\"name\":\"a\",\"scopes\":[\"llm:call\"],\"upstreams\":[\"a b\"]} | upstreams"
      })
  void aMalformedRequestIsNamed(String body, String named) {
    Api.Answer answer = Api.send("POST", tokens, owner, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains(named);
  }

  @Test
  void anOrgHasAHundredAtMost() {
    for (int i = 0; i < 100; i++) {
      TestLedger.execute(
          "INSERT INTO access.api_token VALUES (gen_random_uuid(), ?, 'n', 'tl_', sha256(?::bytea),"
              + " 'events:write', 'x', now(), now() + interval '1 day')",
          id,
          id + i);
    }
    assertThat(create("\"events:write\"").status()).isEqualTo(409);
  }

  private String lastUsed() {
    return TestLedger.select("SELECT last_used_at::text FROM access.api_token WHERE org_id = ?", id)
        .get(0);
  }

  private static byte[] hash(String secret) {
    return ApiTokenSecret.hash(secret);
  }

  private String secret(String scopes) {
    return create(scopes).json().path("token").asText();
  }

  private Api.Answer create(String scopes) {
    return Api.send("POST", tokens, owner, "{\"name\":\"t\",\"scopes\":[" + scopes + "]}");
  }
}
