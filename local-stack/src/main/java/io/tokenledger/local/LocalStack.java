package io.tokenledger.local;

import io.tokenledger.local.process.Orphans;
import io.tokenledger.local.process.ProcessIdentity;
import io.tokenledger.local.process.Progress;
import io.tokenledger.local.process.StackState;
import io.tokenledger.local.process.StateFile;
import io.tokenledger.local.process.SupervisedComponent;
import io.tokenledger.local.process.Supervisor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The whole ledger on this machine: Kafka, PostgreSQL and the five services, each a process of its
 * own, supervised by this one.
 */
public final class LocalStack implements AutoCloseable {

  private final StackOptions options;
  private final Progress progress;
  private final LedgerAccess access;
  private final StateFile state;

  private StackLock lock;
  private Supervisor supervisor;

  /** Starts nothing yet. */
  public LocalStack(StackOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.access = new LedgerAccess(options.data(), options.ports());
    this.state = new StateFile(options.data().stateFile());
  }

  /**
   * Returns when all seven components are ready.
   *
   * @throws StackException with the reason when they are not; nothing runs then
   */
  public void start() throws InterruptedException {
    begin();
    try {
      supervisor.start();
      state.change(now -> now.with(StackState.Phase.READY));
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  /** Stops what runs; what is kept in the data directory stays. Safe to call twice. */
  public synchronized void stop() throws InterruptedException {
    if (supervisor == null) {
      return;
    }
    try {
      state.change(now -> now.with(StackState.Phase.STOPPING));
    } finally {
      supervisor.stop();
      state.delete();
      supervisor = null;
      lock.close();
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is something to stop. */
  public synchronized boolean isStarted() {
    return supervisor != null;
  }

  public LedgerAccess access() {
    return access;
  }

  public SupervisedComponent component(Component component) {
    return supervisor.component(component);
  }

  /** From here on, {@link #stop} has something to undo. */
  private synchronized void begin() throws InterruptedException {
    options.data().create();
    lock = StackLock.tryTake(options.data()).orElseThrow(this::alreadyRunning);
    try {
      stopOrphans();
      options.ports().requireFree();
      progress.say("Starting Tokenledger in " + options.data().root());
      var plans = new ComponentPlans(Installation.current(), options, access).all();
      state.write(starting());
      supervisor = new Supervisor(plans, state, progress);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void stopOrphans() throws InterruptedException {
    StackState before = state.read().orElse(null);
    if (before == null) {
      return;
    }
    List<Component> stopped = Orphans.stop(before);
    if (!stopped.isEmpty()) {
      progress.say("Stopped what an earlier run had left: " + labels(stopped) + ".");
    }
    state.delete();
  }

  private StackState starting() {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    return new StackState(self, options.ports().base(), StackState.Phase.STARTING, Map.of());
  }

  private StackException alreadyRunning() {
    return new StackException(
        "Tokenledger is already running in "
            + options.data().root()
            + ": see ./tokenledger status, or stop it with ./tokenledger down.");
  }

  private static String labels(List<Component> components) {
    return components.stream().map(Component::label).collect(Collectors.joining(", "));
  }
}
