package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import io.tokenledger.local.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Runs one component and starts it again when it ends, until it is told to stop. */
public final class SupervisedComponent {

  /** A start may fail for a passing reason, such as what a killed process has left behind. */
  private static final int FIRST_START_ATTEMPTS = 4;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long ROTATE_ABOVE_BYTES = 32L * 1024 * 1024;

  private final ComponentPlan plan;
  private final Progress progress;
  private final BiConsumer<Component, ProcessIdentity> onStart;
  private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff;
  private final Thread thread;

  private volatile Process process;
  private volatile boolean ready;
  private volatile int restarts;

  SupervisedComponent(
      ComponentPlan plan, Progress progress, BiConsumer<Component, ProcessIdentity> onStart) {
    this.plan = plan;
    this.progress = progress;
    this.onStart = onStart;
    this.backoff = new Backoff(plan.longestRestartWait());
    this.thread = new Thread(this::supervise, "supervise " + plan.component().label());
    this.thread.setDaemon(true);
  }

  /** Completes with the time it took, or fails with the reason. */
  CompletableFuture<Duration> start() {
    thread.start();
    return firstReady;
  }

  /** Of the present process; a restart changes it. */
  public Optional<Long> pid() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
  }

  /** Whether it has answered since its last start. */
  public boolean isReady() {
    return ready && pid().isPresent();
  }

  /** How often its process has ended by itself, and was started again. */
  public int restarts() {
    return restarts;
  }

  /**
   * Returns when a process other than the one that was killed last is ready.
   *
   * @throws StackException when that takes longer
   */
  public void awaitReady(Duration timeout) throws InterruptedException {
    Instant deadline = Instant.now().plus(timeout);
    while (!isReady()) {
      if (Instant.now().isAfter(deadline)) {
        throw new StackException(label() + " was not ready within " + timeout + ".");
      }
      stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** SIGKILL, as a crash; the supervisor will start it again. */
  public void kill() {
    ready = false;
    Optional.ofNullable(process).ifPresent(Process::destroyForcibly);
  }

  /** No restart from here on. */
  void retire() {
    stopping.countDown();
  }

  /** Asks the process to end; kills it when it does not within the given time. */
  void stop(Duration patience) throws InterruptedException {
    retire();
    thread.join(POLL.toMillis());
    Process current = process;
    if (current != null) {
      ProcessStop.gently(plan.component(), current.toHandle(), patience);
      current.waitFor();
    }
    thread.join(patience.toMillis());
  }

  private void supervise() {
    try {
      for (int attempt = 1; stopping.getCount() > 0; attempt++) {
        Instant start = Instant.now();
        String end = lifeFrom(start);
        if (stopping.getCount() > 0) {
          ended(end, Duration.between(start, Instant.now()), attempt);
        }
      }
    } catch (InterruptedException e) {
      kill();
    } catch (Exception e) {
      kill();
      firstReady.completeExceptionally(e);
    }
  }

  /**
   * Returns how it ended. A later start may fail for a reason that passes, such as a full disk; the
   * first one fails for whoever waits for it.
   */
  private String lifeFrom(Instant start) throws Exception {
    try {
      return "ended with exit code " + runOnce(start);
    } catch (IOException | StackException e) {
      if (!firstReady.isDone()) {
        throw e;
      }
      return "cannot be started (" + e.getMessage() + ")";
    }
  }

  private int runOnce(Instant start) throws Exception {
    Process started = launch();
    onStart.accept(
        plan.component(),
        ProcessIdentity.of(started.pid()).orElse(new ProcessIdentity(started.pid(), 0)));
    while (!ready && !started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      if (plan.readiness().isReady()) {
        becameReady(Duration.between(start, Instant.now()));
      }
    }
    return started.waitFor();
  }

  private Process launch() throws Exception {
    ready = false;
    rotate(plan.log());
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C at the terminal reaches the supervisor only, which stops
    // the components in their order.
    command.add("setsid");
    command.addAll(plan.command().run());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
    builder.environment().putAll(plan.environment());
    process = builder.start();
    if (stopping.getCount() == 0) {
      process.destroyForcibly();
    }
    return process;
  }

  private void becameReady(Duration took) throws Exception {
    if (!firstReady.isDone()) {
      plan.afterReady().run();
    }
    ready = true;
    if (!firstReady.complete(took)) {
      progress.say(
          String.format(
              Locale.ROOT, "%s is ready again after %.1f s", label(), took.toMillis() / 1e3));
    }
  }

  private void ended(String how, Duration lived, int attempt) throws InterruptedException {
    ready = false;
    if (!firstReady.isDone() && attempt >= FIRST_START_ATTEMPTS) {
      String reason = label() + " " + how + " before it was ready; ";
      throw new StackException(reason + plan.log() + " ends with:\n" + LogTail.of(plan.log()));
    }
    restarts++;
    Duration wait = backoff.after(lived);
    progress.say(
        String.format(
            "%s %s; starting it again in %d ms (log: %s)",
            label(), how, wait.toMillis(), plan.log()));
    stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String label() {
    return plan.component().label();
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > ROTATE_ABOVE_BYTES) {
      Path older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
