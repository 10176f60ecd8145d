package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.StackException;
import io.tokenledger.local.process.Orphans;
import io.tokenledger.local.process.StackState;
import io.tokenledger.local.process.StateFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack of a data directory, and nothing else. */
@Command(name = "down", description = "Stops what `up` started.")
final class DownCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private DataOption data;

  @Override
  public Integer call() throws Exception {
    StackState state = data.state().orElse(null);
    if (state == null) {
      System.out.println("Nothing is running in " + data.directory().root() + ".");
      return 0;
    }
    Instant start = Instant.now();
    System.out.println("Stopping what runs in " + data.directory().root() + " ...");
    state.supervisor().handle().ifPresent(DownCommand::stopSupervisor);
    List<Component> left = Orphans.stop(latest(state));
    new StateFile(data.directory().stateFile()).delete();
    say(left, Duration.between(start, Instant.now()));
    return 0;
  }

  /** The supervisor may have started another process after the state was first read. */
  private StackState latest(StackState before) {
    return new StateFile(data.directory().stateFile()).read().orElse(before);
  }

  private static void stopSupervisor(ProcessHandle supervisor) {
    supervisor.destroy();
    try {
      supervisor.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      supervisor.destroyForcibly();
    } catch (InterruptedException | ExecutionException e) {
      throw new StackException("Waiting for the supervisor was interrupted.", e);
    }
  }

  private static void say(List<Component> left, Duration took) {
    if (!left.isEmpty()) {
      System.out.println("The supervisor was gone; stopped " + left.size() + " components itself.");
    }
    System.out.printf(Locale.ROOT, "Stopped in %.1f s. The data is kept.%n", took.toMillis() / 1e3);
  }
}
