package io.tokenledger.bench.query;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** {@link BareEndpoint} as a process of its own, with the heap of usage-query. */
final class BareProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Process process;
  private final int port;

  private BareProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static BareProcess start(BenchStack stack, int port) throws IOException, InterruptedException {
    String user = PostgresSettings.SUPERUSER;
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                BareEndpoint.class.getName(),
                Integer.toString(port),
                stack.access().databaseUrl(),
                user)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(BareEndpoint.PASSWORD_VARIABLE, stack.access().password(user));
    BareProcess started = new BareProcess(builder.start(), port);
    started.awaitOpen();
    return started;
  }

  String url(int org) {
    return "http://127.0.0.1:%d/org-%d?%s,%s"
        .formatted(port, org, QueryMix.FIRST, QueryMix.LAST_DAY);
  }

  private void awaitOpen() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isOpen()) {
      if (System.nanoTime() > until || !process.isAlive()) {
        throw new IOException("The bare endpoint did not start.");
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // Not yet.
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
