package io.tokenledger.bench;

import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.LocalStack;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackOptions;
import io.tokenledger.local.identity.PasswordFile;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A fresh stack in a folder of its own, removed afterwards. */
public final class BenchStack implements AutoCloseable {

  private final Path folder;
  private final LocalStack stack;

  private BenchStack(Path folder, LocalStack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  public static BenchStack start(int portBase) throws IOException, InterruptedException {
    return start(portBase, Map.of());
  }

  /**
   * @param environment of every service
   */
  public static BenchStack start(int portBase, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(
        new DataDirectory(Files.createTempDirectory("tokenledger-bench")), portBase, environment);
  }

  /** With one user who may sign in by password. */
  public static BenchStack startWithSignIn(int portBase, String userId, String password)
      throws IOException, InterruptedException {
    DataDirectory data = new DataDirectory(Files.createTempDirectory("tokenledger-bench"));
    data.create();
    PasswordFile.write(data.signInUsers(), List.of(userId), password);
    return start(data, portBase, Map.of());
  }

  private static BenchStack start(DataDirectory data, int portBase, Map<String, String> environment)
      throws InterruptedException {
    StackOptions options = new StackOptions(data, new Ports(portBase));
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      options = options.withEnvironment(variable.getKey(), variable.getValue());
    }
    BenchStack started = new BenchStack(data.root(), new LocalStack(options, System.err::println));
    started.stack.start();
    return started;
  }

  public LedgerAccess access() {
    return stack.access();
  }

  /** The present ones; a restart changes them. */
  public Map<Component, Long> processes() {
    Map<Component, Long> processes = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      processes.put(component, stack.component(component).pid().orElse(0L));
    }
    return processes;
  }

  /** The CPU each component has used so far, in microseconds, its child processes included. */
  public Map<Component, Long> cpuMicros() {
    Map<Component, Long> used = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      long pid = stack.component(component).pid().orElseThrow();
      used.put(component, ProcessCpu.microsOfTree(pid));
    }
    return used;
  }

  /** The most memory each component's process has held so far, in mebibytes (see proc(5)). */
  public Map<Component, Long> peakMebibytes() {
    Map<Component, Long> peaks = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      peaks.put(
          component, ProcessMemory.peakMebibytes(stack.component(component).pid().orElseThrow()));
    }
    return peaks;
  }

  /** Stops or resumes a component by a signal. */
  public void signal(Component component, String signal) throws IOException, InterruptedException {
    String pid = Long.toString(stack.component(component).pid().orElseThrow());
    new ProcessBuilder(List.of("kill", "-" + signal, pid)).inheritIO().start().waitFor();
  }

  /** The same for a component and everything it has forked, each in a process group of its own. */
  public void signalTree(Component component, String signal)
      throws IOException, InterruptedException {
    long pid = stack.component(component).pid().orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(pid)));
    ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(descendant -> command.add(Long.toString(descendant.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /**
   * The most memory a component's process has held since the last call, in mebibytes; 0 when it has
   * none, as it ended.
   */
  public long peakMebibytesSinceAsked(Component component) {
    return stack.component(component).pid().map(ProcessMemory::takePeakMebibytes).orElse(0L);
  }

  public Path log(Component component) {
    return new DataDirectory(folder).log(component.label());
  }

  public Connection connect() throws SQLException {
    String superuser = PostgresSettings.SUPERUSER;
    return DriverManager.getConnection(access().jdbcUrl(), superuser, access().password(superuser));
  }

  public long queryLong(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() {
    stack.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
