package io.tokenledger.service.testing;

import static org.awaitility.Awaitility.await;

import io.tokenledger.local.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service under test as its package is started, in a process that can be ended, and started
 * again; beside the servers of {@link LedgerServers}.
 */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path directory;
  private final int port = FreePort.next();
  private final int management = FreePort.next();
  private final List<String> settings;
  private Process process;

  /**
   * @param directory for its log
   * @param settings such as {@code tokenledger.gateway.shutdown-delay=1s}
   */
  public ServiceProcess(Path directory, List<String> settings) throws IOException {
    this.directory = directory;
    this.settings = List.copyOf(settings);
  }

  /** What of {@code /q/health} is asked until it answers 200. */
  public enum Until {
    LIVE,
    READY
  }

  /**
   * Returns when it is so far.
   *
   * @param kafka whether Kafka is there
   */
  public void start(boolean kafka, Until until) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add(
        "-Dkafka.bootstrap.servers="
            + (kafka ? LedgerServers.kafkaBootstrap() : "127.0.0.1:" + FreePort.next()));
    settings.forEach(setting -> command.add("-D" + setting));
    command.add("-jar");
    command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    new LedgerServers().start().forEach((name, value) -> environment(builder, name, value));
    builder.environment().put("TOKENLEDGER_HTTP_PORT", Integer.toString(port));
    builder.environment().put("TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(management));
    builder.environment().put("TOKENLEDGER_MODE", "development");
    process = builder.start();
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> is(until));
  }

  private static void environment(ProcessBuilder builder, String name, String value) {
    if (name.startsWith("TOKENLEDGER_")) {
      builder.environment().put(name, value);
    }
  }

  private Path log() throws IOException {
    Files.createDirectories(directory);
    return directory.resolve("service.log");
  }

  public int port() {
    return port;
  }

  private boolean is(Until until) {
    if (!process.isAlive()) {
      throw new IllegalStateException("The service ended: see " + directory);
    }
    return health(until) == 200;
  }

  /** 0 where nobody answers. */
  public int health(Until until) {
    URI asked =
        URI.create(
            "http://127.0.0.1:"
                + management
                + "/q/health/"
                + (until == Until.READY ? "ready" : "live"));
    try {
      return http.send(
              HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
