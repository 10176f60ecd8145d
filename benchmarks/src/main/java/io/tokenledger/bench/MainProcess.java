package io.tokenledger.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A class of this module that listens to a port, as a process of its own. */
public final class MainProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Process process;
  private final int port;

  private MainProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns when it listens.
   *
   * @param heapMegabytes at most
   * @param arguments after the port
   */
  public static MainProcess start(
      Class<?> main,
      int heapMegabytes,
      int port,
      Map<String, String> environment,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(main.getName(), Integer.toString(port)));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    MainProcess started = new MainProcess(builder.start(), port);
    started.awaitOpen(main);
    return started;
  }

  /** Without a path. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public long pid() {
    return process.pid();
  }

  private void awaitOpen(Class<?> main) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isOpen()) {
      if (System.nanoTime() > until || !process.isAlive()) {
        process.destroy();
        throw new IOException(main.getSimpleName() + " did not start.");
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
