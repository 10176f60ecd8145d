package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.NOON;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased count under the pseudonym, also those that come afterwards. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static final String REQUESTS_BY_USER =
      "SELECT user_id || ' ' || sum(request_count) FROM rollup.%s WHERE org_id = ?"
          + " GROUP BY user_id ORDER BY user_id";

  private static final String WAITING =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
          + " AND query LIKE '%rollup.erase_user%'";

  private static final String LATE_ROW =
      """
      INSERT INTO rollup.org_user_daily_usage
      SELECT (jsonb_populate_record(r, '{"model_name": "another"}')).*
      FROM rollup.org_user_daily_usage r WHERE org_id = '%s' AND user_id = 'user-1'
      ORDER BY usage_date LIMIT 1""";

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();

  @Inject UsageAggregator aggregator;

  @Test
  void whatIsOnItsWayCountsUnderThePseudonym() throws Throwable {
    aggregate(0, 30);
    assertThat(requestsByUser()).containsExactly("user-0 10", "user-1 10", "user-2 10");

    erase("user-1", NOON.plusSeconds(40 * 600));
    assertThat(requestsByUser()).containsExactly("erased-1 10", "user-0 10", "user-2 10");

    aggregate(30, 60);
    assertThat(requestsByUser())
        .as("event 40 is the first of user-1 that occurred after the erasure")
        .containsExactly("erased-1 13", "user-0 20", "user-1 7", "user-2 20");
  }

  /** A batch locks its positions first: the erasure waits for it, and finds its rows. */
  @Test
  void aBatchThatIsBeingCountedIsWaitedFor() throws Throwable {
    aggregate(0, 30);
    CompletableFuture<Void> erasure;
    try (Connection batch = RawRows.connect()) {
      batch.setAutoCommit(false);
      execute(batch, "INSERT INTO rollup.consumer_position VALUES (gen_random_uuid(), 0, 1)");
      erasure = CompletableFuture.runAsync(() -> erase("user-1", NOON.plusSeconds(40 * 600)));
      await().atMost(Duration.ofSeconds(20)).until(() -> isWaiting() || erasure.isDone());
      execute(batch, LATE_ROW.formatted(org));
      batch.commit();
    }
    erasure.join();

    assertThat(usersOf("org_user_daily_usage")).containsExactly("erased-1", "user-0", "user-2");
  }

  private static boolean isWaiting() throws SQLException {
    try (Connection connection = RawRows.connect();
        Statement statement = connection.createStatement();
        ResultSet waiting = statement.executeQuery(WAITING)) {
      return waiting.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> usersOf(String rollup) throws SQLException {
    return list("SELECT DISTINCT user_id FROM rollup." + rollup + " WHERE org_id = ? ORDER BY 1");
  }

  private void aggregate(int from, int to) throws Throwable {
    List<Message> messages =
        IntStream.range(from, to).mapToObj(id -> new Message(0, id, usage(org, id))).toList();
    RecordedBatch batch = new RecordedBatch(topic, messages, Map.of(0, (long) to));
    VertxContextSupport.subscribeAndAwait(() -> aggregator.aggregate(batch));
  }

  private void erase(String userId, Instant until) {
    try (Connection connection = RawRows.connect();
        PreparedStatement erase =
            connection.prepareStatement("SELECT rollup.erase_user(?, ?, ?, ?, 'erased-1')")) {
      erase.setString(1, org);
      erase.setString(2, userId);
      erase.setBytes(3, ErasedUsers.hash(org, userId));
      erase.setObject(4, until.atOffset(ZoneOffset.UTC));
      erase.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> requestsByUser() throws SQLException {
    List<String> days = list(REQUESTS_BY_USER.formatted("org_user_daily_usage"));
    assertThat(list(REQUESTS_BY_USER.formatted("conversation_usage"))).isEqualTo(days);
    return days;
  }

  private List<String> list(String sql) throws SQLException {
    try (Connection connection = RawRows.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, org);
      ResultSet rows = statement.executeQuery();
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
