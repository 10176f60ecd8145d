package io.tokenledger.acceptance;

import static org.awaitility.Awaitility.await;

import io.tokenledger.local.Component;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.Installation;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.process.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Another process of a service, beside the one of the stack. */
final class SecondInstance {

  private final Process process;

  private SecondInstance(Process process) {
    this.process = process;
  }

  /** Returns when it is ready. */
  static SecondInstance start(Component service, LedgerAccess access) throws IOException {
    Installation installation = Installation.current();
    int managementPort = FreePort.next();
    ProcessBuilder builder =
        new ProcessBuilder(
                installation.java(), "-Xmx384m", "-jar", installation.serviceJar(service))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .putAll(
            Map.of(
                "TOKENLEDGER_HTTP_HOST", "127.0.0.1",
                "TOKENLEDGER_HTTP_PORT", Integer.toString(FreePort.next()),
                "TOKENLEDGER_MANAGEMENT_PORT", Integer.toString(managementPort),
                "TOKENLEDGER_DATABASE_URL", access.databaseUrl(),
                "TOKENLEDGER_DATABASE_PASSWORD", access.password(service.databaseRole()),
                "KAFKA_BOOTSTRAP_SERVERS", access.kafkaBootstrap(),
                "TOKENLEDGER_JWT_PUBLIC_KEY", access.publicKeyUrl(),
                "TOKENLEDGER_PRICING_URL", access.url(Component.PRICING_SERVICE)));
    SecondInstance instance = new SecondInstance(builder.start());
    Readiness readiness = Readiness.ofService("http://127.0.0.1:" + managementPort);
    await().atMost(Duration.ofSeconds(60)).until(readiness::isReady);
    return instance;
  }

  /** Returns when it has ended, in good order. */
  void close() {
    process.destroy();
    process.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
  }
}
