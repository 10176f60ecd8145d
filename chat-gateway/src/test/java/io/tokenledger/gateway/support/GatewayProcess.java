package io.tokenledger.gateway.support;

import static org.awaitility.Awaitility.await;

import io.tokenledger.local.FreePort;
import io.tokenledger.service.testing.LedgerServers;
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

/** The gateway as its package is started, in a process that can be ended, and started again. */
public final class GatewayProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PREFIX = "-Dtokenledger.gateway.";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path directory;
  private final ScriptedUpstream upstream;
  private final int port = FreePort.next();
  private final int management = FreePort.next();
  private final List<String> settings;
  private Process process;

  /**
   * @param settings such as {@code shutdown-delay=1s}, beside those of all
   */
  public GatewayProcess(Path directory, ScriptedUpstream upstream, String... settings)
      throws IOException {
    this.directory = directory;
    this.upstream = upstream;
    this.settings = List.of(settings);
  }

  public void start() throws IOException {
    start(true);
  }

  /**
   * @param kafka whether Kafka is there
   */
  public void start(boolean kafka) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add(
        "-Dkafka.bootstrap.servers="
            + (kafka ? LedgerServers.kafkaBootstrap() : "127.0.0.1:" + FreePort.next()));
    command.add(PREFIX + "journal.directory=" + directory.resolve("journal"));
    command.add(PREFIX + "upstreams.mock.url=http://127.0.0.1:" + upstream.port());
    command.add(PREFIX + "upstreams.mock.api=openai");
    settings.forEach(setting -> command.add(PREFIX + setting));
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
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::isReady);
  }

  private static void environment(ProcessBuilder builder, String name, String value) {
    if (name.startsWith("TOKENLEDGER_")) {
      builder.environment().put(name, value);
    }
  }

  private Path log() throws IOException {
    Files.createDirectories(directory);
    return directory.resolve("gateway.log");
  }

  public int port() {
    return port;
  }

  /** 0 where nobody answers. */
  public int readiness() {
    try {
      return http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("The gateway ended: see " + directory);
    }
    return readiness() == 200;
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
