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

/** Another process of a service, beside the one of the stack, without any rule in it. */
public final class SecondInstance implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

  private final Process process;

  private SecondInstance(Process process) {
    this.process = process;
  }

  /** Returns when it is ready. */
  static SecondInstance start(Component service, LedgerAccess access, String pricingUrl, Path log) {
    try {
      int managementPort = FreePort.next();
      SecondInstance instance =
          new SecondInstance(launch(service, access, pricingUrl, managementPort, log));
      Readiness readiness = Readiness.ofService("http://127.0.0.1:" + managementPort);
      await().atMost(START_PATIENCE).until(readiness::isReady);
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static Process launch(
      Component service, LedgerAccess access, String pricingUrl, int managementPort, Path log)
      throws IOException {
    Installation installation = Installation.current();
    ProcessBuilder builder =
        new ProcessBuilder(
                installation.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                installation.serviceJar(service))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = new HashMap<>();
    environment.put("TOKENLEDGER_HTTP_HOST", "127.0.0.1");
    environment.put("TOKENLEDGER_HTTP_PORT", Integer.toString(FreePort.next()));
    environment.put("TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("TOKENLEDGER_DATABASE_URL", access.databaseUrl());
    environment.put("TOKENLEDGER_DATABASE_PASSWORD", access.password(service.databaseRole()));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", access.kafkaBootstrap());
    environment.put("TOKENLEDGER_JWT_PUBLIC_KEY", access.publicKeyUrl());
    environment.put("TOKENLEDGER_LOG_JSON", "false");
    environment.put("TOKENLEDGER_MODE", "development");
    environment.put("TOKENLEDGER_PRICING_URL", pricingUrl);
    environment.put(
        "TOKENLEDGER_PRICING_TOKEN",
        access.token(service.label(), Map.of(), List.of("prices:read"), TOKEN_LIFETIME));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
