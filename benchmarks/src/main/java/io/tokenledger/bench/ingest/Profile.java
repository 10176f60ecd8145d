package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import one.profiler.AsyncProfilerLoader;

/**
 * Where the processes of a stack spend their time: a flame graph of the CPU of each Java process,
 * by async-profiler, and the statements of PostgreSQL, by pg_stat_statements.
 */
final class Profile {

  /** Of CPU time by a timer of the kernel, which needs no right that a container lacks. */
  private static final String EVENT = "ctimer";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String STATEMENTS =
      """
      SELECT round(total_exec_time)::bigint AS millis, calls, rows,
        left(regexp_replace(query, '\\s+', ' ', 'g'), 150) AS statement
      FROM pg_stat_statements
      WHERE userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
      ORDER BY total_exec_time DESC LIMIT 20""";

  private final BenchStack stack;
  private final Path folder;

  private Profile(BenchStack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** PostgreSQL starts again, for it counts statements only when told so before its start. */
  static Profile prepare(BenchStack stack, Path folder)
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
    }
    long before = stack.processes().get(Component.POSTGRES);
    stack.signal(Component.POSTGRES, "INT");
    Profile profile = new Profile(stack, folder);
    profile.awaitPostgres(before);
    return profile;
  }

  private void awaitPostgres(long before) throws InterruptedException, SQLException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (stack.processes().get(Component.POSTGRES) != before) {
          forgetStatements();
          return;
        }
      } catch (SQLException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
      }
      Thread.sleep(200);
    }
  }

  void begin() throws IOException, SQLException {
    forgetStatements();
    for (long pid : javaProcesses().values()) {
      AsyncProfilerLoader.executeProfiler("start", "-e", EVENT, Long.toString(pid));
    }
  }

  /** Writes the files, and returns what to tell of them. */
  List<String> end() throws IOException, SQLException {
    for (Map.Entry<Component, Long> each : javaProcesses().entrySet()) {
      Path file = folder.resolve(each.getKey().label() + ".html");
      AsyncProfilerLoader.executeProfiler(
          "stop", "-f", file.toString(), Long.toString(each.getValue()));
    }
    List<String> told = statements();
    Files.write(folder.resolve("postgres.txt"), told);
    told.add("Flame graphs and statements: " + folder);
    return told;
  }

  private Map<Component, Long> javaProcesses() {
    Map<Component, Long> processes = stack.processes();
    processes.remove(Component.POSTGRES);
    return processes;
  }

  private void forgetStatements() throws SQLException {
    stack.queryLong("SELECT count(*) FROM (SELECT pg_stat_statements_reset()) AS done");
  }

  private List<String> statements() throws SQLException {
    List<String> lines = new ArrayList<>();
    lines.add("%10s %10s %12s  %s".formatted("ms", "calls", "rows", "statement"));
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STATEMENTS)) {
      while (rows.next()) {
        lines.add(
            "%,10d %,10d %,12d  %s"
                .formatted(
                    rows.getLong("millis"),
                    rows.getLong("calls"),
                    rows.getLong("rows"),
                    rows.getString("statement")));
      }
    }
    return lines;
  }
}
