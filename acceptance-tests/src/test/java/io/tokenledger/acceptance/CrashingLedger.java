package io.tokenledger.acceptance;

import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Directories;
import io.tokenledger.local.LocalStack;
import io.tokenledger.local.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.byteman.agent.Main;

/** A ledger whose services die where a switch is on; Byteman puts the deaths into the code. */
final class CrashingLedger implements AutoCloseable {

  private static final Duration RESTART_WAIT = Duration.ofMillis(100);

  /** Lives are short here: starting is most of what they do. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -Xshare:auto ";

  private final Path directory;
  private final Path switches;
  private final Map<CrashSwitch, AtomicInteger> deaths = new EnumMap<>(CrashSwitch.class);
  private final LocalStack stack;

  CrashingLedger() throws IOException, InterruptedException {
    directory = Files.createTempDirectory("tokenledger-crashes");
    switches = Files.createDirectory(directory.resolve("switches"));
    for (CrashSwitch each : CrashSwitch.values()) {
      deaths.put(each, new AtomicInteger());
    }
    StackOptions options =
        new StackOptions(new DataDirectory(directory.resolve("data")), PortBase.free())
            .withLongestRestartWait(RESTART_WAIT)
            .withEnvironment("TOKENLEDGER_JAVA_OPTS_USAGE_INGEST", agent("usage-ingest.btm"))
            .withEnvironment(
                "TOKENLEDGER_JAVA_OPTS_USAGE_AGGREGATOR", agent("usage-aggregator.btm"));
    stack = new LocalStack(options, this::supervisorSays);
    // Also when the tests are interrupted: the processes have sessions of their own.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the ledger"));
    stack.start();
  }

  LocalStack stack() {
    return stack;
  }

  void switchOn(CrashSwitch place) {
    create(place.fileName());
  }

  void switchOff(CrashSwitch place) {
    delete(place.fileName());
  }

  /** How many deaths at this place the supervisor has reported. */
  int deaths(CrashSwitch place) {
    return deaths.get(place).get();
  }

  void create(String switchFile) {
    try {
      Files.createFile(switches.resolve(switchFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String switchFile) {
    try {
      Files.deleteIfExists(switches.resolve(switchFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String switchFile) {
    return Files.exists(switches.resolve(switchFile));
  }

  @Override
  public void close() {
    stack.close();
    Directories.delete(directory);
  }

  private void supervisorSays(String line) {
    System.out.println(line);
    for (CrashSwitch place : CrashSwitch.values()) {
      if (place.isMeantBy(line)) {
        deaths.get(place).incrementAndGet();
      }
    }
  }

  private String agent(String script) {
    return QUICK_START
        + "-javaagent:%s=script:%s -Dcrash.switches=%s"
            .formatted(jarOfByteman(), resource(script), switches);
  }

  private static Path jarOfByteman() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path resource(String script) {
    try {
      return Path.of(CrashingLedger.class.getResource("/crash/" + script).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
