package io.tokenledger.ingest.retention;

import static io.tokenledger.ingest.retention.OldRows.hasPartition;
import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.rowsOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days that are over. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class RawRetentionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String org = "org-" + UUID.randomUUID();

  @Inject RawRetention retention;
  @Inject MeterRegistry meters;

  @BeforeAll
  static void migrate() {
    OtherSchemas.migrate();
  }

  @BeforeEach
  void nothingHasEnded() {
    execute("UPDATE raw.retention_edge SET complete_from = '1970-01-01'");
  }

  @Test
  void whatIsBeforeTheEdgeGoesAndTheRollupsStay() {
    LocalDate edge = LocalDate.of(2019, 1, 3);
    UUID goes = OldRows.insertRegistered(org, edge.minusDays(1));
    OldRows.insert(org, edge.minusDays(2), "2019-01-01T00:00:00Z");
    UUID stays = OldRows.insertRegistered(org, edge);
    String rollup = rollupRow(edge.minusDays(1));
    double droppedBefore = dropped();

    retention.run(edge);

    assertThat(rowsOf(org)).isEqualTo(1);
    assertThat(hasPartition(edge)).isTrue();
    assertThat(hasPartition(edge.minusDays(1))).isFalse();
    assertThat(hasPartition(edge.minusDays(2))).isFalse();
    assertThat(dropped() - droppedBefore).isGreaterThanOrEqualTo(2);
    assertThat(
            select("SELECT identity FROM raw.event_identity WHERE identity IN (?, ?)", goes, stays))
        .containsExactly(stays);
    assertThat(select("SELECT r::text FROM rollup.org_daily_usage r WHERE org_id = ?", org))
        .containsExactly(rollup);
    assertThat(completeFrom()).isEqualTo("2019-01-03");
    assertThat(audited(edge.minusDays(1)))
        .containsExactly(
            "usage-ingest||raw.partition_dropped|{\"day\": \"2019-01-02\", \"rows\": 1, \"completeFrom\": \"2019-01-03\"}");
    assertThat(audited(edge.minusDays(2))).hasSize(1);
  }

  /** A UUIDv7 names one day and its event occurred on another. */
  @Test
  void whatOccurredAfterTheEdgeStaysWhateverItsKeySays() {
    LocalDate day = LocalDate.of(2018, 3, 1);
    OldRows.insert(org, day, "2018-03-01T10:00:00Z");
    OldRows.insert(org, day, "2018-03-31T23:59:59.999Z");
    UUID kept = OldRows.insert(org, day, "2018-04-01T00:00:00Z");

    retention.run(LocalDate.of(2018, 4, 1));
    retention.run(LocalDate.of(2018, 4, 1));

    assertThat(select("SELECT event_key FROM raw.usage_event WHERE org_id = ?", org))
        .containsExactly(kept);
    assertThat(audited(day))
        .containsExactly(
            "usage-ingest||raw.rows_deleted|{\"day\": \"2018-03-01\", \"rows\": 2, \"completeFrom\": \"2018-04-01\"}");

    retention.run(LocalDate.of(2018, 4, 2));
    assertThat(hasPartition(day)).isFalse();
    assertThat(rowsOf(org)).isZero();
  }

  @Test
  void thePublishedEdgeNeverGoesBack() {
    OldRows.insert(org, LocalDate.of(2017, 5, 1), "2017-05-01T10:00:00Z");
    retention.run(LocalDate.of(2017, 6, 1));
    OldRows.insert(org, LocalDate.of(2017, 4, 1), "2017-04-01T10:00:00Z");
    retention.run(LocalDate.of(2017, 5, 1));

    assertThat(completeFrom()).isEqualTo("2017-06-01");
  }

  @Test
  void aReplicaLeavesItToTheOneThatIsAtIt() throws Exception {
    LocalDate day = LocalDate.of(2016, 5, 1);
    OldRows.insert(org, day, "2016-05-01T10:00:00Z");
    try (Connection other = begin("SELECT pg_advisory_xact_lock(hashtext('raw.retention'))")) {
      retention.run(day.plusDays(1));
      assertThat(hasPartition(day)).isTrue();
      other.rollback();
    }

    CompletableFuture<?>[] replicas =
        Stream.generate(() -> CompletableFuture.runAsync(() -> retention.run(day.plusDays(1))))
            .limit(4)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(replicas).get(30, TimeUnit.SECONDS);
    assertThat(hasPartition(day)).isFalse();
    assertThat(audited(day)).hasSize(1);
  }

  @Test
  void aReaderOfTheTableKeepsTheDayAndNeitherStopsTheStream() throws Exception {
    LocalDate day = LocalDate.of(2015, 5, 1);
    OldRows.insert(org, day, "2015-05-01T10:00:00Z");
    try (Connection reader = begin("SELECT count(*) FROM raw.usage_event")) {
      CompletableFuture<Void> run =
          CompletableFuture.runAsync(() -> retention.run(day.plusDays(1)));
      await().atMost(PATIENCE).until(RawRetentionIT::aDropWaits);
      LedgerClient.send(
          "{\"eventId\":\"e\",\"orgId\":\"%s\",\"provider\":\"openai\",\"model\":\"m\"}"
              .formatted(org));

      await().atMost(PATIENCE).until(() -> !usageOf(org).isEmpty());
      run.get(20, TimeUnit.SECONDS);
      assertThat(hasPartition(day)).isTrue();
      assertThat(completeFrom()).isEqualTo("1970-01-01");
      reader.rollback();
    }
    retention.run(day.plusDays(1));
    assertThat(hasPartition(day)).isFalse();
  }

  /** usage-query, which makes the audit log, may start after usage-ingest. */
  @Test
  void nothingGoesThatCannotBeWrittenDown() {
    LocalDate day = LocalDate.of(2014, 5, 1);
    OldRows.insert(org, day, "2014-05-01T10:00:00Z");
    execute("ALTER SCHEMA access RENAME TO access_not_there_yet");
    try {
      retention.run(day.plusDays(1));
      assertThat(hasPartition(day)).isTrue();
      assertThat(completeFrom()).isEqualTo("1970-01-01");
    } finally {
      execute("ALTER SCHEMA access_not_there_yet RENAME TO access");
    }
    retention.run(day.plusDays(1));
    assertThat(hasPartition(day)).isFalse();
  }

  @Test
  void theAuditLogIsAddedToAndNeitherReadNorChanged() throws Exception {
    for (String role : List.of("tokenledger_ingest", "tokenledger_aggregator")) {
      try (Connection service = connect(role);
          Statement statement = service.createStatement()) {
        statement.execute("SELECT access.audit('%s', '%s', 'tried', '{}')".formatted(role, org));
        for (String refused :
            List.of(
                "SELECT * FROM access.audit_log",
                "DELETE FROM access.audit_log",
                "UPDATE access.audit_log SET actor = ''",
                "INSERT INTO access.audit_log (actor, org_id, action, detail) VALUES ('', '', '', '{}')",
                "SELECT * FROM access.org_member")) {
          assertThatThrownBy(() -> statement.execute(refused)).hasMessageContaining("denied");
        }
      }
    }
    try (Connection service = connect("tokenledger_pricing");
        Statement statement = service.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT access.audit('', '', '', '{}')"))
          .hasMessageContaining("denied");
    }
    assertThat(select("SELECT actor FROM access.audit_log WHERE org_id = ? ORDER BY 1", org))
        .containsExactly("tokenledger_aggregator", "tokenledger_ingest");
  }

  private String rollupRow(LocalDate day) {
    execute(
        """
        INSERT INTO rollup.org_daily_usage VALUES ('%s', '%s', 'openai', 'm', 'chat', '', '',
          1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, '{}')"""
            .formatted(org, day));
    return (String)
        select("SELECT r::text FROM rollup.org_daily_usage r WHERE org_id = ?", org).get(0);
  }

  private double dropped() {
    return meters.counter("tokenledger.retention.dropped.partitions").count();
  }

  private static String completeFrom() {
    return (String) select("SELECT complete_from::text FROM raw.retention_edge").get(0);
  }

  private static List<Object> audited(LocalDate day) {
    return select(
        "SELECT concat_ws('|', actor, org_id, action, detail::text) FROM access.audit_log"
            + " WHERE detail ->> 'day' = ? ORDER BY id",
        day.toString());
  }

  private static boolean aDropWaits() {
    return !select(
            "SELECT 1 FROM pg_locks WHERE relation = 'raw.usage_event'::regclass"
                + " AND mode = 'AccessExclusiveLock' AND NOT granted")
        .isEmpty();
  }

  private static Connection begin(String sql) throws SQLException {
    Connection connection = connect(LedgerServers.superuser());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  private static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(LedgerServers.jdbcUrl(), role, LedgerServers.PASSWORD);
  }
}
