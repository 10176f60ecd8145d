package io.tokenledger.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Multi;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys of calls, asked for as the role of chat-gateway in the schema as usage-query makes it. */
class CallKeysIT {

  private static Vertx vertx;
  private static Pool pool;
  private static CallKeys keys;

  private final String org = "keys-" + UUID.randomUUID();

  @BeforeAll
  static void directory() {
    Flyway.configure()
        .dataSource(LedgerServers.jdbcUrl(), "tokenledger_query", LedgerServers.PASSWORD)
        .locations("db/access")
        .schemas("access")
        .load()
        .migrate();
    vertx = Vertx.vertx();
    PgConnectOptions options =
        PgConnectOptions.fromUri(LedgerServers.jdbcUrl().substring("jdbc:".length()))
            .setUser("tokenledger_gateway")
            .setPassword(LedgerServers.PASSWORD);
    pool =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
    keys = new PostgresCallKeys(pool);
  }

  @AfterAll
  static void away() {
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }

  @Test
  void aKeySaysWhatTheTokenSays() {
    String secret = TestApiTokens.token(org, "events:write", "llm:call");
    execute(
        "UPDATE access.api_token SET user_id = 'ann', user_from_request = false, feature = 'rag',"
            + " tags = '{\"team\":\"search\"}', models = '{a,b}', upstreams = '{openai}'");
    CallKey key = keyOf(secret).orElseThrow();
    assertThat(key.orgId()).isEqualTo(org);
    assertThat(key.userId()).contains("ann");
    assertThat(key.userFromRequest()).isFalse();
    assertThat(key.tags()).isEqualTo(Map.of("team", "search"));
    assertThat(key.feature()).contains("rag");
    assertThat(key.models()).isEqualTo(Set.of("a", "b"));
    assertThat(key.allows("a")).isTrue();
    assertThat(key.allows("c")).isFalse();
    assertThat(key.allowsUpstream("openai")).isTrue();
    assertThat(key.allowsUpstream("echo")).isFalse();
  }

  @Test
  void withoutWordsItMayCallAnything() {
    CallKey key = keyOf(TestApiTokens.token(org, "llm:call")).orElseThrow();
    assertThat(key.userId()).isEmpty();
    assertThat(key.userFromRequest()).isTrue();
    assertThat(key.allows("anything")).isTrue();
    assertThat(key.allowsUpstream("any")).isTrue();
  }

  @Test
  void whatIsNoKeyIsNone() {
    String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl";
    String other = TestApiTokens.token(org, "events:write", "analytics:read", "xllm:call");
    for (String text : List.of("", "sk-proj-1", jwt, ApiTokenSecret.random(), other)) {
      assertThat(keyOf(text)).as(text).isEmpty();
    }
  }

  @Test
  void aRevokedOneIsNoneWithinFiveSeconds() {
    String secret = TestApiTokens.token(org, "llm:call");
    assertThat(keyOf(secret)).isPresent();
    TestApiTokens.revoke(org);
    await().atMost(Duration.ofSeconds(5)).until(() -> keyOf(secret).isEmpty());
  }

  /** It was asked for just before, so that its end counts though the answer is still kept. */
  @Test
  void anExpiredOneIsNoneAtOnce() {
    String secret = TestApiTokens.token(org, "llm:call");
    execute("UPDATE access.api_token SET expires_at = now() + interval '1 second'");
    Instant end = keyOf(secret).orElseThrow().expiresAt();
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(3))
        .until(() -> keyOf(secret).isEmpty());
    assertThat(Instant.now()).isBetween(end, end.plusSeconds(1));
  }

  @Test
  void aFloodOfWrongOnesLeavesTheRightOneAlone() {
    String secret = TestApiTokens.token(org, "llm:call");
    assertThat(keyOf(secret)).isPresent();
    List<Boolean> found =
        Multi.createFrom()
            .items(Stream.generate(ApiTokenSecret::random).limit(2_000))
            .onItem()
            .transformToUni(wrong -> keys.of(wrong).map(Optional::isPresent))
            .merge(100)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofSeconds(20));
    assertThat(found).hasSize(2_000).containsOnly(false);
    assertThat(keyOf(secret)).isPresent();
  }

  private static Optional<CallKey> keyOf(String secret) {
    return keys.of(secret).await().atMost(Duration.ofSeconds(10));
  }

  private void execute(String update) {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), LedgerServers.superuser(), LedgerServers.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(update + " WHERE org_id = '" + org + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
