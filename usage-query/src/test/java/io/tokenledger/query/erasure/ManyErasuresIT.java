package io.tokenledger.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.Erasures;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One org has many users erased at once: nobody else waits, neither writers nor readers. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ManyErasuresIT {

  private static final int USERS = 25;
  private static final int EVENTS_OF_A_USER = 20;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
  private static final String OWNER = TestTokens.token("many-owner");
  private static final String OTHER = TestTokens.token("many-other");

  /** What a batch of usage-ingest, and one of usage-aggregator, writes first. */
  private static final List<String> BATCHES =
      List.of(
          "INSERT INTO raw.published_position VALUES (gen_random_uuid(), 0, 1)",
          "INSERT INTO rollup.consumer_position VALUES (gen_random_uuid(), 0, 1)");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("many-evil", "many-owner", "owner");
    TestLedger.member("many-others", "many-other", "owner");
    LedgerRows.daily("many-others", "2026-03-01", Map.of());
    for (int i = 0; i < USERS * EVENTS_OF_A_USER; i++) {
      String user = "many-user-" + i % USERS;
      LedgerRows.event("many-evil", "e-" + i, MARCH.plusSeconds(i), Map.of("user_id", user));
    }
  }

  /**
   * Batches of other orgs are under way all the while. An erasure that waits for them, or that they
   * wait for, is answered by none of these in time.
   */
  @Test
  void neitherBatchesNorReportsWaitForThem() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(USERS);
    Instant begin = Instant.now();
    List<CompletableFuture<Api.Answer>> asked;
    try (Connection ingest = TestLedger.connectAs("tokenledger_ingest");
        Connection aggregator = TestLedger.connectAs("tokenledger_aggregator")) {
      under(ingest, BATCHES.get(0));
      under(aggregator, BATCHES.get(1));
      asked =
          IntStream.range(0, USERS)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> Erasures.request("many-evil", "many-user-" + i, OWNER), callers))
              .toList();
      for (int i = 0; i < 20; i++) {
        batch("tokenledger_ingest", BATCHES.get(0));
        batch("tokenledger_aggregator", BATCHES.get(1));
        report();
      }
      asked.forEach(CompletableFuture::join);
      assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON.multipliedBy(6));
    } finally {
      callers.shutdown();
    }
    for (CompletableFuture<Api.Answer> each : asked) {
      assertThat(each.join().status()).isEqualTo(202);
      String pseudonym = each.join().json().path("pseudonym").asText();
      assertThat(Erasures.finish("many-evil", pseudonym, OWNER).path("events").asInt())
          .isEqualTo(EVENTS_OF_A_USER);
    }
    assertThat(
            TestLedger.select(
                "SELECT count(DISTINCT user_id) FROM raw.usage_event"
                    + " WHERE org_id = 'many-evil' AND user_id LIKE 'erased-%'"))
        .containsExactly("" + USERS);
  }

  /** A transaction that stays open, as a batch that is just at work. */
  private static void under(Connection connection, String first) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(first);
    }
  }

  private static void batch(String role, String first) throws SQLException {
    try (Connection connection = TestLedger.connectAs(role);
        Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = '5s'");
      statement.execute(first);
    }
  }

  private static void report() {
    Instant begin = Instant.now();
    String path = "/orgs/many-others/analytics/usage?from=2026-03-01&to=2026-03-01";
    assertThat(Api.get(path, OTHER).status()).isEqualTo(200);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
  }
}
