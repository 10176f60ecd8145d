package io.tokenledger.acceptance.ledger;

import static org.awaitility.Awaitility.await;

import io.tokenledger.local.Component;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.Installation;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A process of a service that no stack supervises, without any rule in it. */
public final class ServiceProcess implements AutoCloseable {

  /** Lives are short here: starting is most of what they do. */
  public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

  /** One instance starts at a time: a start takes a small machine for itself for some seconds. */
  private static final Lock STARTS = new ReentrantLock();

  private final Process process;
  private final String managementUrl;

  private ServiceProcess(Process process, String managementUrl) {
    this.process = process;
    this.managementUrl = managementUrl;
  }

  /** Another instance beside the one of the stack; returns when it is ready. */
  public static ServiceProcess beside(
      Component service, LedgerAccess access, String pricingUrl, Path log) {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(freePorts());
    environment.put("TOKENLEDGER_MODE", "development");
    environment.put("TOKENLEDGER_PRICING_URL", pricingUrl);
    return start(service, access, environment, log);
  }

  /** The variables of two ports that nothing listens on. */
  public static Map<String, String> freePorts() {
    try {
      return Map.of(
          "TOKENLEDGER_HTTP_PORT", Integer.toString(FreePort.next()),
          "TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(FreePort.next()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns when it is ready.
   *
   * @param more variables, the ports among them
   */
  public static ServiceProcess start(
      Component service, LedgerAccess access, Map<String, String> more, Path log) {
    STARTS.lock();
    try {
      ServiceProcess instance = launch(service, access, more, log);
      Readiness readiness = Readiness.ofService(instance.managementUrl);
      await().atMost(START_PATIENCE).until(readiness::isReady);
      return instance;
    } finally {
      STARTS.unlock();
    }
  }

  /** Returns at once. */
  public static ServiceProcess launch(
      Component service, LedgerAccess access, Map<String, String> more, Path log) {
    Installation installation = Installation.current();
    ProcessBuilder builder =
        new ProcessBuilder(
                installation.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                QUICK_START,
                "-jar",
                installation.serviceJar(service))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("TOKENLEDGER_HTTP_HOST", "127.0.0.1");
    environment.put("TOKENLEDGER_DATABASE_URL", access.databaseUrl());
    environment.put("TOKENLEDGER_DATABASE_PASSWORD", access.password(service.databaseRole()));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", access.kafkaBootstrap());
    environment.put("TOKENLEDGER_JWT_PUBLIC_KEY", access.publicKeyUrl());
    environment.put("TOKENLEDGER_LOG_JSON", "false");
    environment.put(
        "TOKENLEDGER_PRICING_TOKEN",
        access.token(service.label(), Map.of(), List.of("prices:read"), TOKEN_LIFETIME));
    environment.put("TOKENLEDGER_GATEWAY_JOURNAL_DIRECTORY", log + ".journal");
    environment.putAll(more);
    try {
      return new ServiceProcess(
          builder.start(), "http://127.0.0.1:" + more.get("TOKENLEDGER_MANAGEMENT_PORT"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String managementUrl() {
    return managementUrl;
  }

  /** The exit code, when it ends by itself soon. */
  public int awaitEnd() {
    return ended().orTimeout(START_PATIENCE.toSeconds(), TimeUnit.SECONDS).join().exitValue();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    ended().join();
  }

  /** Returns when it has ended in good order, or was killed because it did not. */
  @Override
  public void close() {
    process.destroy();
    ended()
        .orTimeout(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .exceptionallyCompose(
            late -> {
              process.destroyForcibly();
              return ended();
            })
        .join();
  }

  private CompletableFuture<Process> ended() {
    return process.onExit();
  }
}
