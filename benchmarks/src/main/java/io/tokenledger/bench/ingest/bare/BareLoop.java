package io.tokenledger.bench.ingest.bare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the machine can do: consume, parse, price, insert, publish in a transaction, fold one rollup
 * and upsert it, in plain threads. It tells no duplicate from a new event in its rollup, keeps
 * nothing of what was wrong, and is nothing to run a ledger with.
 */
public final class BareLoop {

  public static final String EVENTS = "bare.events";
  public static final String RECORDED = "bare.recorded";
  public static final String PASSWORD_VARIABLE = "BENCH_DATABASE_PASSWORD";
  public static final String READY = "ready";

  private final List<BareLane> lanes = new ArrayList<>();
  private final AtomicLong folded = new AtomicLong();
  private volatile long finishedAt;

  private BareLoop(BareClients clients, String jdbcUrl, String user) throws SQLException {
    String password = System.getenv(PASSWORD_VARIABLE);
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
      BareTables.create(connection);
    }
    for (int lane = 0; lane < BareClients.LANES; lane++) {
      BareTables stored = new BareTables(DriverManager.getConnection(jdbcUrl, user, password));
      lanes.add(new StoringLane(clients, lane, stored));
      BareTables counted = new BareTables(DriverManager.getConnection(jdbcUrl, user, password));
      lanes.add(new FoldingLane(clients, lane, counted));
    }
  }

  /**
   * Bootstrap servers, number of partitions, database URL, user. Each line of the input is how many
   * events have to be in the rollup by then; it is answered by the nanoseconds that took.
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    BareClients clients = new BareClients(arguments[0], Integer.parseInt(arguments[1]));
    BareLoop loop = new BareLoop(clients, arguments[2], arguments[3]);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println(READY);
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      System.out.println(loop.runUntil(Long.parseLong(line)));
    }
    System.exit(0);
  }

  private long runUntil(long events) {
    long started = System.nanoTime();
    List<CompletableFuture<Void>> running =
        lanes.stream()
            .map(
                lane ->
                    CompletableFuture.runAsync(
                        () -> run(lane, events), task -> new Thread(task).start()))
            .toList();
    running.forEach(CompletableFuture::join);
    return finishedAt - started;
  }

  /**
   * A lane that fails ends all of it: a rate of half the lanes would be taken for the machine's.
   */
  private void run(BareLane lane, long events) {
    try {
      while (folded.get() < events) {
        int more = lane.step();
        if (more > 0 && folded.addAndGet(more) >= events) {
          finishedAt = System.nanoTime();
        }
      }
    } catch (IOException | SQLException | RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
