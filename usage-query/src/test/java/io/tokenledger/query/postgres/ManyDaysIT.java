package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ledger of five years, each day a partition of four relations: reads lock what they need. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ManyDaysIT {

  private static final int DAYS = 1_826;
  private static final int READERS = 20;
  private static final int ROUNDS = 8;
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  /** More than a transaction of the server's defaults has, for all that run at once: 64 × 100. */
  private static final long LOCKS = 6_400;

  private static final List<String> REPORTS =
      List.of(
          "details?from=%s&to=%s",
          "export?from=%s&to=%s",
          "tags/story/S-1?from=%s&to=%s",
          "top-users?from=%s&to=%s&tz=Europe/Berlin");

  @BeforeAll
  static void fiveYears() throws SQLException {
    TestLedger.migrate();
    asOwner("SELECT raw.ensure_day_partition('%s'::date + day) FROM generate_series(0, %d) AS day");
    for (int reader = 0; reader < READERS; reader++) {
      insert(reader, FIRST.plusDays(17L + reader * 90L));
    }
  }

  /** Other tests of this server would plan for them. */
  @AfterAll
  static void gone() throws SQLException {
    asOwner(
        """
        DO $$ DECLARE day date; BEGIN
          FOR day IN SELECT '%s'::date + n FROM generate_series(0, %d) AS n LOOP
            EXECUTE 'DROP TABLE raw.usage_event_' || to_char(day, 'YYYYMMDD');
          END LOOP;
        END $$""");
  }

  @Test
  void twentyReadersAndAWriterLockFewDays() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS + 2);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Long> most = CompletableFuture.supplyAsync(() -> mostLocks(done), threads);
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(done), threads);
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      int number = reader;
      readers.add(CompletableFuture.runAsync(() -> read(number), threads));
    }
    try {
      CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).join();
    } finally {
      done.set(true);
    }
    writer.join();
    threads.shutdown();
    assertThat(most.join()).isBetween(1L, LOCKS);
  }

  private static void read(int reader) {
    LocalDate from = FIRST.plusDays(reader * 90L);
    for (int round = 0; round < ROUNDS; round++) {
      String report =
          REPORTS.get((reader + round) % REPORTS.size()).formatted(from, from.plusDays(29));
      Api.Answer answer =
          Api.get(
              "/orgs/many-" + reader + "/analytics/" + report,
              TestTokens.token("root", "superadmin"));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      if (report.startsWith("details")) {
        assertThat(answer.json().path("total").asInt()).isPositive();
      }
    }
  }

  private static void write(AtomicBoolean done) {
    for (int n = 0; !done.get(); n++) {
      insert(n % READERS, FIRST.plusDays(n * 31L % DAYS));
    }
  }

  private static void insert(int reader, LocalDate day) {
    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    LedgerRows.event("many-" + reader, "on-" + day, noon, Map.of());
  }

  private static long mostLocks(AtomicBoolean done) {
    long most = 0;
    try (Connection connection = TestLedger.connectAs(LedgerServers.superuser());
        Statement statement = connection.createStatement()) {
      while (!done.get()) {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_locks")) {
          rows.next();
          most = Math.max(most, rows.getLong(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return most;
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection connection = TestLedger.connectAs("tokenledger_ingest");
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(FIRST, DAYS - 1));
    }
  }
}
