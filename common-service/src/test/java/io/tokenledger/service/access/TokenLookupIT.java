package io.tokenledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.testing.LedgerServers;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the look-up of tokens costs a database under a flood of wrong ones. The function stands in
 * for that of usage-query, which ApiTokenIT there tests; this one counts how often it was asked.
 */
class TokenLookupIT {

  private static final int MAX_KEPT = 50;
  private static final String RIGHT = ApiTokenSecret.random();

  private static Vertx vertx;
  private static Pool pool;

  @BeforeAll
  static void database() {
    vertx = Vertx.vertx();
    PgConnectOptions options =
        PgConnectOptions.fromUri(LedgerServers.jdbcUrl().substring("jdbc:".length()))
            .setUser(LedgerServers.superuser())
            .setPassword(LedgerServers.PASSWORD);
    pool =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
    execute("CREATE SEQUENCE access.asked");
    execute(
        """
        CREATE FUNCTION access.api_token_identity(presented bytea)
        RETURNS TABLE (token_id uuid, org_id text, secret_hash bytea, scopes text, expires_at timestamptz)
        LANGUAGE sql AS $$
          SELECT gen_random_uuid(), 'acme', presented, 'events:write later:scope', now() + interval '1 hour'
          FROM (SELECT nextval('access.asked')) AS counted
          WHERE presented = '\\x%s'
        $$"""
            .formatted(HexFormat.of().formatHex(ApiTokenSecret.hash(RIGHT))));
  }

  @AfterAll
  static void away() {
    execute("DROP FUNCTION access.api_token_identity");
    execute("DROP SEQUENCE access.asked");
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }

  @Test
  void aFloodOfWrongOnesIsForgottenAndLeavesTheRightOneAlone() {
    TokenLookup<ApiTokenGrant> tokens = lookup();
    lookup().of(RIGHT).await().indefinitely();
    ApiTokenGrant grant = tokens.of(RIGHT).await().indefinitely().orElseThrow();
    assertThat(grant.scopes()).containsExactly(ApiScope.EVENTS_WRITE);
    long asked = asked();
    List<Boolean> found =
        Multi.createFrom()
            .items(Stream.generate(ApiTokenSecret::random).limit(1_000))
            .onItem()
            .transformToUni(wrong -> tokens.of(wrong).map(grants -> grants.isPresent()))
            .merge(16)
            .collect()
            .asList()
            .await()
            .indefinitely();
    assertThat(found).hasSize(1_000).containsOnly(false);
    assertThat(tokens.kept()).isLessThanOrEqualTo(MAX_KEPT + 1);
    assertThat(tokens.of(RIGHT).await().indefinitely()).contains(grant);
    assertThat(asked()).isEqualTo(asked);
    lookup().of(RIGHT).await().indefinitely();
    assertThat(asked()).as("another instance asks for itself").isEqualTo(asked + 1);
  }

  @Test
  void onlySoManyWaitForTheDatabase() {
    TokenLookup<ApiTokenGrant> tokens = lookup();
    List<String> answers =
        Uni.join()
            .all(
                Stream.generate(ApiTokenSecret::random)
                    .limit(1_000)
                    .map(wrong -> answer(tokens, wrong))
                    .toList())
            .andFailFast()
            .await()
            .indefinitely();
    assertThat(answers).contains("none", "API tokens cannot be checked just now.");
    assertThat(tokens.of(RIGHT).await().indefinitely()).isPresent();
  }

  /** As when the answer for a key that is used all the time is not kept any longer. */
  @Test
  void whoAsksForTheSameAtOnceSharesTheQuestion() {
    TokenLookup<ApiTokenGrant> tokens = lookup();
    lookup().of(RIGHT).await().indefinitely();
    long asked = asked();
    List<String> answers =
        Uni.join()
            .all(Stream.generate(() -> answer(tokens, RIGHT)).limit(1_000).toList())
            .andFailFast()
            .await()
            .indefinitely();
    assertThat(answers).hasSize(1_000).containsOnly("right");
    assertThat(asked()).isEqualTo(asked + 1);
  }

  @Test
  void whatIsNoTokenIsNotAskedFor() {
    TokenLookup<ApiTokenGrant> tokens = lookup();
    for (String text : List.of("tl_", RIGHT + "x", RIGHT.substring(1), "tl_" + "=".repeat(43))) {
      assertThat(tokens.of(text).await().indefinitely()).isEmpty();
    }
    assertThat(tokens.kept()).isZero();
  }

  private static TokenLookup<ApiTokenGrant> lookup() {
    return new TokenLookup<>(
        pool, "SELECT * FROM access.api_token_identity($1)", ApiTokenLookup::fromRow, MAX_KEPT);
  }

  private static Uni<String> answer(TokenLookup<ApiTokenGrant> tokens, String secret) {
    return tokens
        .of(secret)
        .map(found -> found.isPresent() ? "right" : "none")
        .onFailure()
        .recoverWithItem(Throwable::getMessage);
  }

  private static long asked() {
    return pool.query("SELECT last_value FROM access.asked")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  private static void execute(String sql) {
    pool.query(sql).execute().await().indefinitely();
  }
}
