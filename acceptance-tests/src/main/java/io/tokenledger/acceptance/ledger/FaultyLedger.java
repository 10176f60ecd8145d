package io.tokenledger.acceptance.ledger;

import io.tokenledger.acceptance.truth.ModelPrices;
import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Directories;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.LocalStack;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A ledger of its own whose services die where a switch is on, and whose disks can be small. */
public final class FaultyLedger implements AutoCloseable {

  /** Soon: a fault waits for changes that Kafka lost on their way to the rollups. */
  private static final String SEND_AGAIN = "5s";

  private static final Duration RESTART_WAIT = Duration.ofMillis(100);
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  /** Room for some minutes of traffic. */
  private static final int SMALL_MEBIBYTES = 768;

  private final Path directory = Files.createTempDirectory("tokenledger-faults");
  private final Switches switches = new Switches(directory.resolve("switches"));
  private final DataDirectory data = new DataDirectory(directory.resolve("data"));
  private final Map<Component, SmallDisk> disks = new EnumMap<>(Component.class);
  private final Map<CrashPoint, AtomicInteger> deaths = new EnumMap<>(CrashPoint.class);
  private final Consumer<String> progress;
  private final PricingProxy pricing;
  private final LocalStack stack;
  private final OwnPrices prices;
  private final Rebuilds rebuilds;
  private boolean kept;

  /**
   * Starts it; returns when all of it is ready and its prices are known.
   *
   * @param smallDisks whether Kafka and PostgreSQL get small file systems of their own
   */
  public FaultyLedger(boolean smallDisks, Consumer<String> progress)
      throws IOException, InterruptedException {
    this.progress = progress;
    for (CrashPoint each : CrashPoint.values()) {
      deaths.put(each, new AtomicInteger());
    }
    Ports ports = PortBase.free();
    pricing = new PricingProxy("http://127.0.0.1:" + ports.of(Component.PRICING_SERVICE));
    stack = new LocalStack(options(ports), this::supervisorSays);
    prices = new OwnPrices(new Api(stack.access()));
    rebuilds = new Rebuilds(new Api(stack.access()));
    // Also when it is interrupted: the processes have sessions of their own.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the ledger"));
    if (smallDisks) {
      data.create();
      disks.put(Component.KAFKA, SmallDisk.mount(data.kafka(), SMALL_MEBIBYTES));
      disks.put(Component.POSTGRES, SmallDisk.mount(data.postgres(), SMALL_MEBIBYTES));
    }
    stack.start();
    prices.set(ModelPrices.OWN);
  }

  public LocalStack stack() {
    return stack;
  }

  public LedgerAccess access() {
    return stack.access();
  }

  public Switches switches() {
    return switches;
  }

  public PricingProxy pricing() {
    return pricing;
  }

  public OwnPrices prices() {
    return prices;
  }

  /** Of Kafka or PostgreSQL, when it was started with small disks. */
  public SmallDisk disk(Component server) {
    return disks.get(server);
  }

  /** Of Kafka or PostgreSQL, as it is now. */
  public ServerCopy copyOf(Component server) {
    Path folder = server == Component.KAFKA ? data.kafka() : data.postgres();
    return ServerCopy.take(server, stack.component(server), folder, directory);
  }

  public Rebuilds rebuilds() {
    return rebuilds;
  }

  public Runbook runbook() {
    return new Runbook(access(), data.log("runbook"));
  }

  /**
   * Adds one to {@code usage.events} and to {@code usage.recorded}.
   *
   * @return how many each has now
   */
  public int addPartition() throws InterruptedException {
    return TopicGrowth.addPartition(access().kafkaBootstrap());
  }

  /** How many deaths at this place the supervisor has reported. */
  public int deaths(CrashPoint place) {
    return deaths.get(place).get();
  }

  public ServiceProcess secondInstance(Component service) {
    Path log = data.log("second-" + service.label());
    return ServiceProcess.beside(service, access(), pricing.url(), log);
  }

  public void awaitReady() throws InterruptedException {
    for (Component component : Component.values()) {
      stack.component(component).awaitReady(READY_WITHIN);
    }
  }

  public boolean isReady() {
    return List.of(Component.values()).stream().allMatch(c -> stack.component(c).isReady());
  }

  /** Leaves its logs and data where they are, for whoever looks for the cause of something. */
  public void keepFiles() {
    kept = true;
    progress.accept("Logs and data are kept in " + directory);
  }

  @Override
  public synchronized void close() {
    stack.close();
    pricing.close();
    disks.values().forEach(SmallDisk::close);
    disks.clear();
    if (!kept) {
      Directories.delete(directory);
    }
  }

  private StackOptions options(Ports ports) {
    return new StackOptions(data, ports)
        .withLongestRestartWait(RESTART_WAIT)
        .withEnvironment("TOKENLEDGER_JAVA_OPTS", ServiceProcess.QUICK_START)
        .withEnvironment("TOKENLEDGER_JAVA_OPTS_USAGE_INGEST", agent(Component.USAGE_INGEST))
        .withEnvironment(
            "TOKENLEDGER_JAVA_OPTS_USAGE_AGGREGATOR", agent(Component.USAGE_AGGREGATOR))
        .withEnvironment("TOKENLEDGER_ADJUSTMENTS_SEND_AGAIN", SEND_AGAIN)
        .withEnvironment("TOKENLEDGER_PRICING_URL", pricing.url());
  }

  private String agent(Component service) {
    return CrashRules.agentOption(service, directory, switches);
  }

  private void supervisorSays(String line) {
    progress.accept(line);
    for (CrashPoint place : CrashPoint.values()) {
      if (place.isMeantBy(line)) {
        deaths.get(place).incrementAndGet();
      }
    }
  }
}
