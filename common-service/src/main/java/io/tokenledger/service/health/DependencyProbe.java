package io.tokenledger.service.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks a dependency whether it is there, one question at a time: a server that hangs keeps one
 * connection busy, not one for each probe, and the answer comes in bounded time.
 */
public final class DependencyProbe {

  private final Supplier<Uni<?>> question;
  private final Duration patience;
  private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);

  public DependencyProbe(Supplier<Uni<?>> question, Duration patience) {
    this.question = question;
    this.patience = patience;
  }

  /** Blocks for the patience given, at most. */
  public synchronized boolean answers() {
    if (asked.isDone()) {
      asked = question.get().subscribeAsCompletionStage();
    }
    try {
      asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
