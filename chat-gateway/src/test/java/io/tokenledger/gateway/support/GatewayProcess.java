package io.tokenledger.gateway.support;

import io.tokenledger.service.testing.ServiceProcess;
import io.tokenledger.service.testing.ServiceProcess.Until;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The gateway with an upstream, in a process of its own. */
public final class GatewayProcess implements AutoCloseable {

  private static final String PREFIX = "tokenledger.gateway.";

  private final ServiceProcess process;

  /**
   * @param settings such as {@code shutdown-delay=1s}, beside those of all
   */
  public GatewayProcess(Path directory, ScriptedUpstream upstream, String... settings)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(PREFIX + "journal.directory=" + directory.resolve("journal"));
    all.add(PREFIX + "upstreams.mock.url=http://127.0.0.1:" + upstream.port());
    all.add(PREFIX + "upstreams.mock.api=openai");
    for (String setting : settings) {
      all.add(PREFIX + setting);
    }
    this.process = new ServiceProcess(directory, all);
  }

  public void start() throws IOException {
    start(true);
  }

  /**
   * @param kafka whether Kafka is there
   */
  public void start(boolean kafka) throws IOException {
    process.start(kafka, Until.READY);
  }

  public int port() {
    return process.port();
  }

  /** 0 where nobody answers. */
  public int readiness() {
    return process.health(Until.READY);
  }

  /** SIGTERM. */
  public void terminate() {
    process.terminate();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.endsWithin(time);
  }

  @Override
  public void close() {
    process.close();
  }
}
