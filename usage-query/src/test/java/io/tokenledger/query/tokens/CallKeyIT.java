package io.tokenledger.query.tokens;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.Erasures;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that call models: what they say of the calls, and what chat-gateway learns of them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class CallKeyIT {

  private static final String FULL =
      """
      {"name":"search","scopes":["llm:call"],"userId":"ann","userFromRequest":true,
       "tags":{"team":"search","stage":"it's \\"live\\""},"feature":"rag",
       "models":["gpt-5-mini","claude-haiku-4-5"],"upstreams":["openai","local_1"]}""";

  private final String id = "callkey-" + UUID.randomUUID();
  private final String tokens = "/orgs/" + id + "/api-tokens";
  private final String owner = TestTokens.token("owner-" + id);

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @BeforeEach
  void people() {
    TestLedger.member(id, "owner-" + id, "owner");
  }

  @Test
  void whatItSaysOfCallsIsListedAndFoundByItsHash() {
    JsonNode created = create(FULL);
    JsonNode token = created.path("apiToken");
    assertThat(token.path("userId").asText()).isEqualTo("ann");
    assertThat(token.path("userFromRequest").asBoolean()).isTrue();
    assertThat(token.at("/tags/stage").asText()).isEqualTo("it's \"live\"");
    assertThat(token.path("models").toString()).isEqualTo("[\"gpt-5-mini\",\"claude-haiku-4-5\"]");
    assertThat(Api.get(tokens, owner).json().at("/apiTokens/0")).isEqualTo(token);
    assertThat(key(created))
        .isEqualTo(
            "ann|true|{\"team\": \"search\", \"stage\": \"it's \\\"live\\\"\"}|rag"
                + "|{gpt-5-mini,claude-haiku-4-5}|{openai,local_1}");
  }

  @Test
  void withoutWordsItCallsAnythingForWhomTheRequestNames() {
    JsonNode created = create("{\"name\":\"t\",\"scopes\":[\"llm:call\"]}");
    assertThat(created.at("/apiToken/userId").isNull()).isTrue();
    assertThat(key(created)).isEqualTo("|true|{}||{}|{}");
  }

  @Test
  void aFixedUserIsFixedUnlessItSaysOtherwise() {
    JsonNode created = create("{\"name\":\"t\",\"scopes\":[\"llm:call\"],\"userId\":\"ann\"}");
    assertThat(created.at("/apiToken/userFromRequest").asBoolean()).isFalse();
    assertThat(key(created)).startsWith("ann|false|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events:write", "analytics:read"})
  void aTokenOfAnotherScopeIsNoKey(String scope) {
    JsonNode created = create("{\"name\":\"t\",\"scopes\":[\"" + scope + "\"]}");
    assertThat(key(created)).isNull();
  }

  @Test
  void anExpiredOrRevokedTokenIsNoKey() {
    JsonNode expired = create(FULL);
    TestLedger.execute("UPDATE access.api_token SET expires_at = now() WHERE org_id = ?", id);
    assertThat(key(expired)).isNull();
    JsonNode revoked = create(FULL);
    assertThat(key(revoked)).isNotNull();
    Api.call("DELETE", tokens + "/" + revoked.at("/apiToken/tokenId").asText(), owner);
    assertThat(key(revoked)).isNull();
  }

  /** Nor may the gateway see the table: it knows the tokens that it was shown. */
  @Test
  void theGatewayAloneMayAsk() {
    JsonNode created = create(FULL);
    assertThat(askedBy("tokenledger_ingest", created)).isEqualTo("42501");
    assertThat(askedBy("tokenledger_gateway", created)).isEmpty();
    assertThat(failure("tokenledger_gateway", "SELECT * FROM access.api_token")).isEqualTo("42501");
  }

  @ParameterizedTest
  @CsvSource({"tags, 32", "models, 100", "upstreams, 20"})
  void whatCanBeManyIsBounded(String field, int max) {
    assertThat(Api.send("POST", tokens, owner, with(field, max)).status()).isEqualTo(201);
    Api.Answer refused = Api.send("POST", tokens, owner, with(field, max + 1));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asText()).contains("'" + field + "'");
  }

  /** In the row, and where the audit log tells of it. */
  @Test
  void theFixedUserIsErased() {
    create(FULL.replace("ann", "erased-" + id));
    String pseudonym =
        Erasures.request(id, "erased-" + id, owner).json().path("pseudonym").asText();
    Erasures.finish(id, pseudonym, owner);
    assertThat(Api.get(tokens, owner).json().at("/apiTokens/0/userId").asText())
        .isEqualTo(pseudonym);
    assertThat(TestLedger.select("SELECT t::text FROM access.api_token t WHERE org_id = ?", id))
        .noneMatch(row -> row.contains("erased-" + id));
    assertThat(TestLedger.select("SELECT l::text FROM access.audit_log l WHERE org_id = ?", id))
        .noneMatch(row -> row.contains("erased-" + id))
        .anyMatch(row -> row.contains("gpt-5-mini"));
  }

  private JsonNode create(String body) {
    Api.Answer answer = Api.send("POST", tokens, owner, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  /** What the gateway learns, null where it is none. */
  private static String key(JsonNode created) {
    return TestLedger.select(
            "SELECT concat_ws('|', user_id, user_from_request::text, tags, feature, models, upstreams)"
                + " FROM access.llm_key(?)",
            ApiTokenSecret.hash(created.path("token").asText()))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static String askedBy(String role, JsonNode created) {
    byte[] hash = ApiTokenSecret.hash(created.path("token").asText());
    return failure(
        role, "SELECT * FROM access.llm_key('\\x" + HexFormat.of().formatHex(hash) + "'::bytea)");
  }

  /** The SQL state that it fails with; empty where it does not. */
  private static String failure(String role, String sql) {
    try (Connection connection = TestLedger.connectAs(role);
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(sql).next() ? "" : "no row";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static String with(String field, int count) {
    boolean byKey = field.equals("tags");
    String items =
        IntStream.range(0, count)
            .mapToObj(i -> byKey ? "\"k" + i + "\":\"v\"" : "\"n" + i + "\"")
            .collect(joining(","));
    return "{\"name\":\"t\",\"scopes\":[\"llm:call\"],\"%s\":%s}"
        .formatted(field, byKey ? "{" + items + "}" : "[" + items + "]");
  }
}
