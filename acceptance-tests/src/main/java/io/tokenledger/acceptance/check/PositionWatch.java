package io.tokenledger.acceptance.check;

import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.postgres.LedgerDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Looks at every position of the ledger a few times per second: none may ever go down. */
final class PositionWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(300);
  private static final int PATIENCE_MS = 2_000;

  private static final String COUNTED = "rollup.consumer_position ";

  private static final String STORED =
      """
      SELECT 'rollup.consumer_position ' || source_partition, next_offset
      FROM rollup.consumer_position
      UNION ALL
      SELECT 'raw.published_position ' || topic_id || ' ' || source_partition, published_below
      FROM raw.published_position""";

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Long> highest = new HashMap<>();
  private final List<String> regressions = new ArrayList<>();
  private boolean forgiving;
  private final LedgerDatabase database;
  private final Admin admin;

  PositionWatch(LedgerAccess access) {
    database = access.database();
    admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, access.kafkaBootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS));
    thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A sentence for each position that went down since the last call. */
  synchronized List<String> regressions() {
    List<String> found = List.copyOf(regressions);
    regressions.clear();
    return found;
  }

  /** What goes down until it is told otherwise goes down as it must. */
  synchronized void forgive(boolean all) {
    forgiving = all;
    highest.clear();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ZERO);
  }

  /** What cannot be read at the moment, because its server is down, is read the next time. */
  private void look() {
    try {
      Map<String, Long> stored = stored();
      stored.forEach(this::note);
      for (Component service : List.of(Component.USAGE_INGEST, Component.USAGE_AGGREGATOR)) {
        committed(service, stored).forEach(this::note);
      }
    } catch (SQLException | ExecutionException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(String position, long value) {
    Long before = highest.merge(position, value, Math::max);
    if (value < before && !forgiving) {
      regressions.add("%s went down from %d to %d".formatted(position, before, value));
    }
  }

  private Map<String, Long> stored() throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STORED)) {
      while (row.next()) {
        found.put(row.getString(1), row.getLong(2));
      }
    }
    return found;
  }

  /**
   * What is committed above the end of a log is of one that Kafka has lost: it tells nothing, and
   * is replaced when the partition is assigned the next time. Nor does what usage-aggregator
   * commits while its log ends before what is counted: that log is read from its beginning at each
   * start.
   */
  private Map<String, Long> committed(Component service, Map<String, Long> stored)
      throws ExecutionException, InterruptedException {
    Map<String, Long> found = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(service.label()).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(asked).all().get();
    offsets.forEach(
        (partition, committed) -> {
          long end = ends.get(partition).offset();
          boolean shorter =
              service == Component.USAGE_AGGREGATOR
                  && end < stored.getOrDefault(COUNTED + partition.partition(), 0L);
          if (committed.offset() <= end && !shorter) {
            found.put(service.label() + " on " + partition, committed.offset());
          }
        });
    return found;
  }
}
