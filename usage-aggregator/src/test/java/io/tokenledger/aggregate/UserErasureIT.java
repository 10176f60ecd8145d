package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.Usages.NOON;
import static io.tokenledger.aggregate.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events of a user who was erased count under the pseudonym, also those that come afterwards. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UserErasureIT {

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

  private void aggregate(int from, int to) throws Throwable {
    List<Message> messages =
        IntStream.range(from, to).mapToObj(id -> new Message(0, id, usage(org, id))).toList();
    RecordedBatch batch = new RecordedBatch(topic, messages, Map.of(0, (long) to));
    VertxContextSupport.subscribeAndAwait(() -> aggregator.aggregate(batch));
  }

  private void erase(String userId, Instant until) throws SQLException {
    try (Connection connection = RawRows.connect();
        PreparedStatement erase =
            connection.prepareStatement("SELECT rollup.erase_user(?, ?, ?, ?, 'erased-1')")) {
      erase.setString(1, org);
      erase.setString(2, userId);
      erase.setBytes(3, ErasedUsers.hash(org, userId));
      erase.setObject(4, until.atOffset(ZoneOffset.UTC));
      erase.execute();
    }
  }

  private List<String> requestsByUser() throws SQLException {
    String sql =
        """
        SELECT user_id || ' ' || sum(request_count) FROM rollup.org_user_daily_usage
        WHERE org_id = ? GROUP BY user_id
        INTERSECT
        SELECT user_id || ' ' || sum(request_count) FROM rollup.conversation_usage
        WHERE org_id = ? GROUP BY user_id ORDER BY 1""";
    try (Connection connection = RawRows.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, org);
      statement.setString(2, org);
      ResultSet rows = statement.executeQuery();
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
