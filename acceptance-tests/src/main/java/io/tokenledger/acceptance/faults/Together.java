package io.tokenledger.acceptance.faults;

import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Two faults at once; the second begins a moment after the first. */
record Together(Fault first, Fault second) implements Fault {

  private static final Duration MOMENT = Duration.ofMillis(800);

  @Override
  public String kind() {
    return first.kind() + " + " + second.kind();
  }

  @Override
  public Set<Component> hits() {
    Set<Component> both = new HashSet<>(first.hits());
    both.addAll(second.hits());
    return both;
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    FaultContext beside = context.beside();
    CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> inflict(first, beside));
    context.flow(context.upTo(MOMENT));
    try {
      second.inflict(context);
    } finally {
      end(begun);
    }
  }

  private static void end(CompletableFuture<Void> begun) {
    try {
      begun.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }

  private static void inflict(Fault fault, FaultContext context) {
    try {
      fault.inflict(context);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
