package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the process of a component in the way that suits it. */
public final class ProcessStop {

  private ProcessStop() {}

  /** Asks it to end, and kills it when it has not within the given time. */
  public static void gently(Component component, ProcessHandle process, Duration patience)
      throws InterruptedException {
    if (component == Component.POSTGRES) {
      Signals.interrupt(process);
    } else {
      process.destroy();
    }
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
