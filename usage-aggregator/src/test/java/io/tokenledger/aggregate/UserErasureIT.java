package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.support.Usages.NOON;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.support.Erasures;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased count under the pseudonym, also those that come afterwards. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

  private static final String REQUESTS_BY_USER =
      "SELECT user_id || ' ' || sum(request_count) FROM rollup.%s WHERE org_id = ?"
          + " GROUP BY user_id ORDER BY user_id";

  private static final String LATE_ROW =
      """
      INSERT INTO rollup.org_user_daily_usage
      SELECT (jsonb_populate_record(r, '{"model_name": "another"}')).*
      FROM rollup.org_user_daily_usage r WHERE org_id = '%s' AND user_id = 'user-1'
      ORDER BY usage_date LIMIT 1""";

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();

  private Erasures erasures;

  @Inject UsageAggregator aggregator;

  @BeforeEach
  void open() throws SQLException {
    erasures = new Erasures(org);
  }

  @AfterEach
  void close() throws SQLException {
    erasures.close();
  }

  @Test
  void whatIsOnItsWayCountsUnderThePseudonym() throws Throwable {
    aggregate(0, 30);
    assertThat(requestsByUser()).containsExactly("user-0 10", "user-1 10", "user-2 10");

    erasures.request("user-1", NOON.plusSeconds(40 * 600));
    aggregate(30, 45);
    assertThat(requestsByUser())
        .as("the note alone: event 40 is the first of user-1 that occurred after the erasure")
        .containsExactly("erased-1 3", "user-0 15", "user-1 12", "user-2 15");
  }

  @Test
  void whatWasCountedBeforeIsAddedToThePseudonym() throws Throwable {
    aggregate(0, 30);
    erasures.request("user-1", NOON.plusSeconds(40 * 600));
    aggregate(30, 36);
    assertThat(requestsByUser())
        .containsExactly("erased-1 2", "user-0 12", "user-1 10", "user-2 12");

    erasures.finish();
    assertThat(requestsByUser()).containsExactly("erased-1 12", "user-0 12", "user-2 12");

    aggregate(30, 60);
    assertThat(requestsByUser())
        .as("event 40 is the first of user-1 that occurred after the erasure")
        .containsExactly("erased-1 13", "user-0 20", "user-1 7", "user-2 20");
  }

  /**
   * A batch that is under way may not know of the note: it is not held up by it, and the chunks
   * begin when it has ended.
   */
  @Test
  void aBatchThatIsBeingCountedIsWaitedForAndDoesNotWait() throws Throwable {
    aggregate(0, 30);
    try (Connection batch = RawRows.connect()) {
      batch.setAutoCommit(false);
      execute(batch, "SET lock_timeout = '1s'");
      execute(batch, "INSERT INTO rollup.consumer_position VALUES (gen_random_uuid(), 0, 1)");
      erasures.request("user-1", NOON.plusSeconds(40 * 600));
      assertThat(erasures.step(100)).as("a chunk while the batch is under way").isFalse();
      execute(batch, LATE_ROW.formatted(org));
      batch.commit();
    }
    erasures.finish();

    assertThat(erasures.users()).containsExactly("erased-1", "user-0", "user-2");
  }

  @Test
  void anotherBatchIsCountedWhileAnErasureIsAskedFor() throws Throwable {
    aggregate(0, 30);
    try (Connection request = RawRows.connect()) {
      request.setAutoCommit(false);
      execute(
          request,
          "SELECT rollup.request_erasure('%s', 'user-1', '\\x01', now(), 'erased-1', false)"
              .formatted(org));
      aggregate(30, 60);
      assertThat(requestsByUser()).containsExactly("user-0 20", "user-1 20", "user-2 20");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void aggregate(int from, int to) throws Throwable {
    List<Message> messages =
        IntStream.range(from, to).mapToObj(id -> new Message(0, id, usage(org, id))).toList();
    RecordedBatch batch = new RecordedBatch(topic, messages, Map.of(0, (long) to));
    VertxContextSupport.subscribeAndAwait(() -> aggregator.aggregate(batch));
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
