package io.tokenledger.local;

import io.tokenledger.local.kafka.KafkaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a component alone and ends it, as far as it comes: Kafka in a folder of its own, a service
 * without any server, up to where it cannot go on or has begun to listen.
 */
final class TrialStart implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** What Kafka and the services say when they have begun. */
  private static final List<String> STARTED = List.of("Listening on", "Kafka listens");

  /** No server is at the first port of the machine; HTTP takes any port that is free. */
  private static final Map<String, String> NO_SERVERS =
      Map.ofEntries(
          Map.entry("TOKENLEDGER_DATABASE_URL", "postgresql://127.0.0.1:1/none"),
          Map.entry("TOKENLEDGER_DATABASE_PASSWORD", "none"),
          Map.entry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false"),
          Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"),
          Map.entry("TOKENLEDGER_PRICING_URL", "http://127.0.0.1:1"),
          Map.entry("TOKENLEDGER_GATEWAY_JOURNAL_DIRECTORY", "gateway-journal"),
          Map.entry("TOKENLEDGER_INGEST_INTAKE_JOURNAL_DIRECTORY", "intake-journal"),
          Map.entry("TOKENLEDGER_GATEWAY_ECHO_ENABLED", "true"),
          Map.entry("TOKENLEDGER_HTTP_HOST", "127.0.0.1"),
          Map.entry("QUARKUS_HTTP_PORT", "0"),
          Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
          Map.entry("TOKENLEDGER_MODE", "development"),
          Map.entry("TOKENLEDGER_LOG_JSON", "false"));

  private final Component component;
  private final Path folder;
  private final List<String> command;

  TrialStart(Installation installation, Component component, List<String> options)
      throws IOException {
    this.component = component;
    this.folder = Files.createTempDirectory("tokenledger-trial");
    this.command = command(installation, options);
  }

  /** Returns when the process has ended. */
  void run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().putAll(NO_SERVERS);
    Process process = builder.start();
    Thread watch = new Thread(() -> endWhenStarted(process), "trial of " + component.label());
    watch.setDaemon(true);
    watch.start();
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    Directories.delete(folder);
  }

  private List<String> command(Installation installation, List<String> options) throws IOException {
    List<String> words = new ArrayList<>(List.of(installation.java(), "-Xmx256m"));
    words.addAll(ComponentPlans.JVM);
    // It lives for seconds: what it compiles well is not worth it.
    words.add("-XX:TieredStopAtLevel=1");
    words.addAll(options);
    if (component == Component.KAFKA) {
      words.addAll(List.of("-cp", installation.classPath(), KafkaProcess.class.getName()));
      words.addAll(List.of(folder.toString(), Integer.toString(FreePort.next()), "1"));
    } else {
      words.addAll(List.of("-jar", installation.serviceJar(component)));
    }
    return words;
  }

  /** Reads all that the process says, lest it waits for a reader. */
  private static void endWhenStarted(Process process) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (STARTED.stream().anyMatch(line::contains)) {
          process.destroy();
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
  }
}
