package io.tokenledger.service.worker;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that many may ask for at once, and of which each wants a run that began after they asked. Of
 * the runs there is one at a time; all who ask while it is under way share the next one.
 */
public final class SharedRun {

  private final Supplier<Uni<Void>> work;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> next;

  public SharedRun(Supplier<Uni<Void>> work) {
    this.work = work;
  }

  /**
   * Done when such a run is; fails as it does. Who does not wait for the end takes it from nobody.
   */
  public Uni<Void> run() {
    return Uni.createFrom()
        .deferred(
            () -> {
              Executor here = CallersContext.current();
              return Uni.createFrom().completionStage(join(here).copy()).emitOn(here);
            });
  }

  /** The first who waits for a run does it, when the one before has ended. */
  private synchronized CompletableFuture<Void> join(Executor here) {
    if (next != null) {
      return next;
    }
    CompletableFuture<Void> run = new CompletableFuture<>();
    CompletableFuture<Void> before = last;
    next = run;
    last = run;
    before.handle((done, failure) -> done).thenRunAsync(() -> begin(run), here);
    return run;
  }

  private void begin(CompletableFuture<Void> run) {
    synchronized (this) {
      next = null;
    }
    Uni.createFrom()
        .deferred(work::get)
        .subscribe()
        .with(run::complete, run::completeExceptionally);
  }
}
