package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The load through the ledger. It is watched over one kept connection, for what a new one and the
 * sum over a rollup cost the server is missing to the ledger.
 */
final class LedgerFlow implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(1);

  /** A handful of rows: this tells the end to the fiftieth of a second, and costs nothing. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private static final String POSITIONS =
      "SELECT coalesce(sum(next_offset), 0) FROM rollup.consumer_position";
  private static final String COUNTED =
      "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage";
  private static final String STORED = "SELECT count(*) FROM raw.usage_event";

  private final BenchStack stack;
  private final Workload workload;
  private final Connection connection;
  private final Statement statement;

  LedgerFlow(BenchStack stack, Workload workload) throws SQLException {
    this.stack = stack;
    this.workload = workload;
    this.connection = stack.connect();
    this.statement = connection.createStatement();
  }

  /**
   * The events lie on the topic before usage-ingest may go on, so that only the flow is timed.
   *
   * @throws IllegalStateException when not every valid event is stored and counted exactly once
   */
  Flow of(int events) throws IOException, InterruptedException, SQLException {
    long before = workload.accepted();
    stack.signal(Component.USAGE_INGEST, "STOP");
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap())) {
      for (int i = 0; i < events; i++) {
        sender.send(workload.next());
      }
      sender.flush();
    }
    Map<Component, Long> cpuBefore = stack.cpuMicros();
    long started = System.nanoTime();
    stack.signal(Component.USAGE_INGEST, "CONT");
    long ended = awaitCounted(workload.accepted(), started);
    Map<String, Long> cpu = new TreeMap<>();
    stack
        .cpuMicros()
        .forEach((process, used) -> cpu.put(process.label(), used - cpuBefore.get(process)));
    requireStored(workload.accepted());
    return new Flow(workload.accepted() - before, Duration.ofNanos(ended - started), cpu);
  }

  /** When the positions moved last before everything was counted: to the end of the load. */
  private long awaitCounted(long expected, long started) throws SQLException, InterruptedException {
    long position = queryLong(POSITIONS);
    long moved = started;
    for (long countAt = started + COUNT_EVERY.toNanos(); ; ) {
      Thread.sleep(LOOK_EVERY.toMillis());
      long now = System.nanoTime();
      long current = queryLong(POSITIONS);
      if (current != position) {
        position = current;
        moved = now;
      }
      if (now >= countAt) {
        long counted = queryLong(COUNTED);
        if (counted >= expected) {
          return moved;
        }
        requirePatience(counted, expected, now - started);
        countAt = now + COUNT_EVERY.toNanos();
      }
    }
  }

  private static void requirePatience(long counted, long expected, long waitedNanos) {
    if (waitedNanos > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "Only %,d of %,d events were counted".formatted(counted, expected));
    }
  }

  private void requireStored(long expected) throws SQLException {
    long stored = queryLong(STORED);
    if (stored != expected) {
      throw new IllegalStateException("%,d rows for %,d events".formatted(stored, expected));
    }
  }

  private long queryLong(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
