package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.ProcessCpu;
import io.tokenledger.bench.ingest.bare.BareLoop;
import io.tokenledger.local.Component;
import io.tokenledger.local.kafka.EventSender;
import io.tokenledger.local.kafka.KafkaSettings;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The load through the {@link BareLoop}: a process of its own, with the heap and the collector of
 * the two services that it stands for, on the same servers, topics and a database of its own.
 */
final class BareFlow implements AutoCloseable {

  private static final String LABEL = "bare-loop";
  private static final String DATABASE = "bare_loop";
  private static final List<Component> SERVERS = List.of(Component.KAFKA, Component.POSTGRES);

  private final BenchStack stack;
  private final Workload workload;
  private final String jdbcUrl;
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  private BareFlow(BenchStack stack, Workload workload, String jdbcUrl, Process process) {
    this.stack = stack;
    this.workload = workload;
    this.jdbcUrl = jdbcUrl;
    this.process = process;
    this.orders = process.outputWriter();
    this.answers = process.inputReader();
  }

  static BareFlow start(BenchStack stack, Workload workload)
      throws IOException, InterruptedException, SQLException {
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
    }
    createTopics(stack);
    String ledger = stack.access().jdbcUrl();
    String url = ledger.substring(0, ledger.lastIndexOf('/') + 1) + DATABASE;
    BareFlow flow = new BareFlow(stack, workload, url, process(stack, url));
    if (!BareLoop.READY.equals(flow.answers.readLine())) {
      throw new IOException("The bare loop did not start.");
    }
    return flow;
  }

  private static void createTopics(BenchStack stack) throws IOException, InterruptedException {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.access().kafkaBootstrap());
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          List.of(
              new NewTopic(BareLoop.EVENTS, KafkaSettings.DEFAULT_PARTITIONS, (short) 1),
              new NewTopic(BareLoop.RECORDED, KafkaSettings.DEFAULT_PARTITIONS, (short) 1));
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IOException("The topics of the bare loop cannot be made.", e);
    }
  }

  private static Process process(BenchStack stack, String jdbcUrl) throws IOException {
    String user = PostgresSettings.SUPERUSER;
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:NewRatio=1",
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                stack.access().kafkaBootstrap(),
                Integer.toString(KafkaSettings.DEFAULT_PARTITIONS),
                jdbcUrl,
                user)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(BareLoop.PASSWORD_VARIABLE, stack.access().password(user));
    return builder.start();
  }

  /**
   * The events lie on the topic before the loop begins.
   *
   * @throws IllegalStateException when not every valid event is stored
   */
  Flow of(int events) throws IOException, SQLException {
    long before = workload.accepted();
    try (EventSender sender = new EventSender(stack.access().kafkaBootstrap(), BareLoop.EVENTS)) {
      for (int i = 0; i < events; i++) {
        sender.send(workload.next());
      }
      sender.flush();
    }
    Map<String, Long> cpuBefore = cpuMicros();
    // Its rollup counts what is sent twice as often as it is sent.
    orders.write(workload.accepted() + workload.repeated() + "\n");
    orders.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("The bare loop has ended.");
    }
    Map<String, Long> cpu = cpuMicros();
    cpu.replaceAll((name, used) -> used - cpuBefore.get(name));
    requireStored(workload.accepted());
    return new Flow(workload.accepted() - before, Duration.ofNanos(Long.parseLong(answer)), cpu);
  }

  private Map<String, Long> cpuMicros() {
    Map<String, Long> used = new TreeMap<>();
    Map<Component, Long> components = stack.cpuMicros();
    SERVERS.forEach(server -> used.put(server.label(), components.get(server)));
    used.put(LABEL, ProcessCpu.microsOfTree(process.pid()));
    return used;
  }

  private void requireStored(long expected) throws SQLException {
    String user = PostgresSettings.SUPERUSER;
    String password = stack.access().password(user);
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM event")) {
      rows.next();
      if (rows.getLong(1) != expected) {
        throw new IllegalStateException(
            "The bare loop has %,d rows for %,d events".formatted(rows.getLong(1), expected));
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
